/** Turns a phone into what is kept of it: a hash under a key of this installation, always the same for a phone. */
export type HashPhone = (phone: string) => Buffer;
