import type { Endpoint, QueryOf, ResponseOf } from '@firstfix/contract';
import { ApiProblem, pathOf } from '@firstfix/contract/client';
import { IMPORT_FILE_TYPES } from '@firstfix/contract/requests/import';
import { spokenLanguage } from '@firstfix/ui/language.ts';

const [CSV, XLSX] = IMPORT_FILE_TYPES;

/** Sends a file as the body of an operation; `onSent` hears which part of it is on its way, from 0 to 1. */
export function sendFile<E extends Endpoint>(
  endpoint: E,
  file: File,
  query?: QueryOf<E>,
  onSent?: (part: number) => void,
): Promise<ResponseOf<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, pathOf(endpoint.path, undefined, query));
    request.setRequestHeader('content-type', /\.xlsx$/i.test(file.name) ? XLSX : CSV);
    request.setRequestHeader('accept-language', spokenLanguage());
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total === 0 ? 1 : loaded / total);
    request.onerror = () => reject(new Error('the network was lost'));
    request.onload = () => {
      if (request.status < 300) resolve(request.response);
      else reject(new ApiProblem(request.status, request.response ?? {}));
    };
    request.send(file);
  });
}
