import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/words.ts';
import { openBarcodeReader } from './barcode-reader.ts';
import styles from './evidence.module.css';

const LOOK_EVERY_MS = 250;

/** The camera, looking for a barcode or QR code. Without a camera the serial is typed. */
export default function SerialScanner({ onRead }: { onRead: (serial: string) => void }) {
  const say = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<Error>();
  const read = useRef(onRead);
  read.current = onRead;
  useEffect(() => {
    const stopped = new AbortController();
    const start = async () => {
      if (video.current) await scan(video.current, stopped.signal, (serial) => read.current(serial));
    };
    start().catch((error: Error) => setProblem(error));
    return () => stopped.abort();
  }, []);
  if (problem) return <p role="alert">{say('visit.noCamera')}</p>;
  return (
    <figure className={styles.camera}>
      <video ref={video} muted playsInline aria-label={say('visit.camera')} />
      <figcaption>{say('visit.aim')}</figcaption>
    </figure>
  );
}

/** Until something is read or the screen is left; the camera's light goes out with it. */
async function scan(video: HTMLVideoElement, stopped: AbortSignal, onRead: (serial: string) => void) {
  const camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const close = () => camera.getTracks().forEach((track) => void track.stop());
  if (stopped.aborted) return close();
  stopped.addEventListener('abort', close);
  video.srcObject = camera;
  await video.play();
  const reader = await openBarcodeReader();
  while (!stopped.aborted) {
    const serial = await reader.read(video);
    if (serial !== undefined && !stopped.aborted) return onRead(serial);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
