import { ApiProblem } from '@firstfix/contract/client';
import { uploadMedia } from '@firstfix/contract/platform/endpoints';
import { spokenLanguage } from '@firstfix/ui/language.ts';

/** Wide enough to read a rating plate, small enough for a cellar's network. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/** Sends a photo, made smaller; answers its name, the hash of its content. Sent twice it is one file. */
export async function uploadPhoto(file: Blob): Promise<string> {
  return uploadFile(await smaller(file));
}

export async function uploadFile(file: Blob): Promise<string> {
  const response = await fetch(uploadMedia.path, {
    method: uploadMedia.method,
    headers: { 'content-type': file.type, 'accept-language': spokenLanguage() },
    body: file,
  });
  const answer = await response.json();
  if (!response.ok) throw new ApiProblem(response.status, answer);
  return answer.hash;
}

async function smaller(file: Blob): Promise<Blob> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return canvasBlob(canvas, 'image/jpeg');
}

/** What a canvas shows, as a file. */
export function canvasBlob(canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png'): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const made = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error('the picture is empty')));
    canvas.toBlob(made, type, QUALITY);
  });
}
