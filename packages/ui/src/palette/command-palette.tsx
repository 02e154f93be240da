import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useUiWords } from '../language.ts';
import { Modal } from '../modal.tsx';
import styles from './command-palette.module.css';
import { chosenAfter } from './moving.ts';

/** One thing that can be gone to or done. */
export interface PaletteItem {
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly note?: string;
  readonly onChoose: () => void;
}

export interface PaletteGroup {
  readonly name: string;
  readonly items: readonly PaletteItem[];
}

interface CommandPaletteProps {
  readonly groups: readonly PaletteGroup[];
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Answers are still on their way. */
  readonly busy: boolean;
  readonly onClose: () => void;
}

/** One line to type in and everything that fits below: arrows choose, Enter goes. */
export function CommandPalette({ groups, text, onText, busy, onClose }: CommandPaletteProps) {
  const say = useUiWords();
  const list = useId();
  const filled = groups.filter(({ items }) => items.length > 0);
  const items = filled.flatMap((group) => group.items);
  const [chosen, setChosen] = useState(0);
  const here = Math.min(chosen, Math.max(0, items.length - 1));
  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    onClose();
    item.onChoose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // an input method may use the same keys for its own candidates
    if (event.nativeEvent.isComposing) return;
    const next = chosenAfter(event.key, here, items.length);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next === undefined) choose(items[here]);
    else setChosen(next);
  };
  return (
    <Modal name={say('palette.name')} shape="palette" onClose={onClose}>
      <div className={styles.palette}>
        <input
          className={styles.line}
          role="combobox"
          aria-label={say('palette.name')}
          aria-expanded
          aria-controls={list}
          aria-activedescendant={items[here] && `${list}-${items[here].id}`}
          placeholder={say('palette.hint')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            setChosen(0);
            onText(target.value);
          }}
        />
        <div id={list} role="listbox" aria-label={say('palette.name')} className={styles.list}>
          {filled.map((group) => (
            <Group key={group.name} group={group} list={list} chosen={items[here]} onChoose={choose} />
          ))}
        </div>
        <p className={styles.foot} role="status">
          {busy ? say('palette.looking') : items.length === 0 ? say('palette.nothing') : say('palette.keys')}
        </p>
      </div>
    </Modal>
  );
}

interface GroupProps {
  readonly group: PaletteGroup;
  readonly list: string;
  readonly chosen: PaletteItem | undefined;
  readonly onChoose: (item: PaletteItem) => void;
}

function Group({ group, list, chosen, onChoose }: GroupProps) {
  return (
    <fieldset aria-label={group.name} className={styles.group}>
      <span aria-hidden="true">{group.name}</span>
      {group.items.map((item) => (
        <Option
          key={item.id}
          id={`${list}-${item.id}`}
          item={item}
          chosen={item === chosen}
          onChoose={() => onChoose(item)}
        />
      ))}
    </fieldset>
  );
}

interface OptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Option({ id, item, chosen, onChoose }: OptionProps) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <button
      ref={line}
      type="button"
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={styles.option}
      onClick={onChoose}
    >
      <span>{item.title}</span>
      {item.note && <small>{item.note}</small>}
    </button>
  );
}
