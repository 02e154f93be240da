/**
 * Phones, Windows and macOS bring a Chinese font of their own; a desktop Linux may have none. Only there the product's
 * font is described (20 kB) and the slices of it that a page needs are fetched.
 */
export function bringChineseFont(): void {
  const { userAgent } = navigator;
  if (!userAgent.includes('Linux') || userAgent.includes('Android')) return;
  // text shows meanwhile in whatever there is
  import('./chinese-font.css');
}
