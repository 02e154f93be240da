import { ask } from '@firstfix/client/api.ts';
import { listCategories, listSymptoms, listWorkTypes } from '@firstfix/contract/catalogue/endpoints';
import type { StepView } from '@firstfix/contract/catalogue/schemas';
import { useLanguage } from '@firstfix/ui/language.ts';
import { useQuery } from '@tanstack/react-query';

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The catalogue changes once in a while, not during a visit. */
const AN_HOUR_MS = 3_600_000;

/** The name of a thing of the catalogue in the language spoken now. */
export function useNameOf(): (thing: Named) => string {
  const language = useLanguage();
  return ({ nameZh, nameEn }) => (language === 'zh' ? nameZh : nameEn);
}

/** `冰箱 · 维修`, as far as the catalogue knows the codes. */
export function useJobName(): (job: { workType: string; category: string }) => string {
  const nameOf = useNameOf();
  const { data: categories } = useQuery({ ...ask(listCategories), staleTime: AN_HOUR_MS });
  const { data: workTypes } = useQuery({ ...ask(listWorkTypes), staleTime: AN_HOUR_MS });
  return ({ workType, category }) => {
    const appliance = categories?.items.find(({ code }) => code === category);
    const work = workTypes?.items.find(({ code }) => code === workType);
    return [appliance ? nameOf(appliance) : category, work ? nameOf(work) : workType].join(' · ');
  };
}

/** What the catalogue says of the steps of a work type, by their code. */
export function useListedSteps(workType: string): ReadonlyMap<string, StepView> {
  const { data } = useQuery({ ...ask(listWorkTypes), staleTime: AN_HOUR_MS });
  const listed = data?.items.find(({ code }) => code === workType)?.checklist ?? [];
  return new Map(listed.map((step) => [step.code, step]));
}

/** The name of what the customer sees being wrong. */
export function useSymptomName(category: string, symptomCode: string | null): string | undefined {
  const nameOf = useNameOf();
  const asked = ask(listSymptoms, { query: { category } });
  const { data } = useQuery({ ...asked, enabled: symptomCode !== null, staleTime: AN_HOUR_MS });
  const symptom = data?.items.find(({ code }) => code === symptomCode);
  return symptom && nameOf(symptom);
}
