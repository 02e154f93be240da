import type { Language } from '@firstfix/contract/language';
import { sayField } from '@firstfix/contract/refusals/say';
import type { ImportError as ToldError } from '@firstfix/contract/requests/import';
import { codeOfWords } from '@firstfix/kernel';
import type { ImportError } from './table.ts';

/** A problem of an import file in the words of whoever sent it. */
export function tellImportError(error: ImportError, language: Language): ToldError {
  const { row, field, says, given } = error;
  const code = error.code ?? codeOfWords(says);
  return { row, field, code, message: sayField(language, error), ...(given === undefined ? {} : { given }) };
}
