/** One property of the body, in the words of the app. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  /** The word of each choice; a choice without one is shown as the contract writes it. */
  readonly choiceWords?: Readonly<Record<string, string>>;
  /** For texts of more than a line. */
  readonly long?: boolean;
}
