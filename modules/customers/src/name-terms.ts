/** A name as it is compared: one width, one case, no spaces. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** Every pair of neighbouring characters of a name, to be hashed; a name of one character is its own term. */
export function nameTerms(name: string): string[] {
  const characters = [...comparableName(name)];
  if (characters.length <= 1) return characters;
  return [...new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`))];
}
