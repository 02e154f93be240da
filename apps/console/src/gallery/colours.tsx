import { useWords } from '../words/words.ts';
import styles from './gallery.module.css';
import { Specimen } from './specimen.tsx';

const COLOURS = ['ink', 'celadon', 'amber', 'vermilion', 'indigo', 'ash'] as const;
const PAPERS = ['paper', 'paperRaised', 'paperSunken', 'line'] as const;

/** The colours by what they mean. */
export function Colours() {
  const say = useWords();
  return (
    <Specimen title={say('gallery.colours')} note={say('gallery.coloursNote')}>
      <ul className={styles.swatches}>
        {[...COLOURS, ...PAPERS].map((name) => (
          <li key={name}>
            <span className={styles.swatch} style={{ background: `var(${propertyOf(name)})` }} />
            <strong>{name}</strong>
            <small>{say(`gallery.meaning.${name}`)}</small>
          </li>
        ))}
      </ul>
    </Specimen>
  );
}

/** `paperRaised` → `--paper-raised` */
function propertyOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
