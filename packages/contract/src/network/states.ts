/** Kinds, states and legal changes of the service network, for the server's rules and the screens alike. */

export const OUTLET_TIERS = ['special', 'star', 'community', 'technical'] as const;
export type OutletTier = (typeof OUTLET_TIERS)[number];

export const OUTLET_STATUSES = ['active', 'rectifying', 'terminated'] as const;
export type OutletStatus = (typeof OUTLET_STATUSES)[number];

/** What a status may become. A terminated outlet stays terminated. */
export const OUTLET_STATUS_CHANGES: Readonly<Record<OutletStatus, readonly OutletStatus[]>> = {
  active: ['rectifying', 'terminated'],
  rectifying: ['active', 'terminated'],
  terminated: [],
};

/** Lowest first; a grade holds all the lower ones. A trainee (D) only comes as the second in a crew. */
export const GRADES = ['D', 'C', 'B', 'A', 'A+'] as const;
export type Grade = (typeof GRADES)[number];

/** The grade a difficulty from 1 to 4 needs. */
export const GRADE_OF_DIFFICULTY: Readonly<Record<number, Grade>> = { 1: 'C', 2: 'B', 3: 'A', 4: 'A+' };

export const STANDINGS = ['exemplary', 'normal', 'warning', 'suspended', 'revoked'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a standing may become; `revoked` needs a second signature, and ends only by retraining. */
export const STANDING_CHANGES: Readonly<Record<Standing, readonly Standing[]>> = {
  exemplary: ['normal', 'warning', 'suspended'],
  normal: ['exemplary', 'warning', 'suspended'],
  warning: ['normal', 'suspended'],
  suspended: ['normal', 'warning', 'revoked'],
  revoked: ['normal'],
};

/** Certificates by what they allow. `product` carries a product category: it is the skill in that category. */
export const CERTIFICATE_CODES = ['product', 'high-altitude', 'refrigerant', 'gas', 'electrician'] as const;
export type CertificateCode = (typeof CERTIFICATE_CODES)[number];

/** Lowest first. */
export const CERTIFICATE_LEVELS = ['junior', 'intermediate', 'senior'] as const;
export type CertificateLevel = (typeof CERTIFICATE_LEVELS)[number];

export const ABSENCE_KINDS = ['leave', 'sick', 'training', 'other'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Why an engineer may not take a piece of work, in the order in which the rules are asked. */
export const ELIGIBILITY_RULES = [
  'employed',
  'standing',
  'licence',
  'outlet',
  'grade',
  'category',
  'certificate',
] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];
