/** One thing the server says, in both languages. `{name}` is filled in; `{name|kind}` in the way of its kind. */
export interface Saying {
  readonly zh: string;
  readonly en: string;
}

/** By code; `<code>/<case>` where one code has several wordings. */
export type Sayings = Readonly<Record<string, Saying>>;

/** The names of what a text is filled with, without those the server fills in by itself. */
export type HolesOf<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Exclude<NameOf<Hole>, 'errors' | 'named'> | HolesOf<Rest>
  : never;

type NameOf<Hole extends string> = Hole extends `${infer Name}|${string}` ? Name : Hole;
