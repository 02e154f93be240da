/** `138****1234`; a land line keeps its first three and last four digits too. */
export function maskPhone(phone: string): string {
  return phone.slice(0, 3) + '*'.repeat(Math.max(0, phone.length - 7)) + phone.slice(-4);
}

/** `张*`, however long the name is. */
export function maskName(name: string): string {
  const [first = ''] = name.trim();
  return `${first}*`;
}
