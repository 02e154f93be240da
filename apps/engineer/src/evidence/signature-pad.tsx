import { Button } from '@firstfix/ui/button.tsx';
import { useMutation } from '@tanstack/react-query';
import { type PointerEvent, useRef, useState } from 'react';
import { canvasBlob, uploadFile } from '../connection/upload.ts';
import { Refusal } from '../parts/refusal.tsx';
import { useWords } from '../words/words.ts';
import styles from './evidence.module.css';

interface SignaturePadProps {
  readonly label: string;
  /** Name of the signature as a file; nothing when it is wiped. */
  readonly onSigned: (hash: string | undefined) => void;
}

const [WIDTH, HEIGHT] = [600, 240];

/** The customer signs with a finger; taken over when they say it is theirs. */
export function SignaturePad({ label, onSigned }: SignaturePadProps) {
  const say = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const upload = useMutation({
    networkMode: 'always',
    mutationFn: async (from: HTMLCanvasElement) => uploadFile(await canvasBlob(from, 'image/png')),
    onSuccess: onSigned,
  });
  const wipe = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, WIDTH, HEIGHT);
    setDrawn(false);
    upload.reset();
    onSigned(undefined);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    if (event.buttons === 0 || upload.isSuccess) return;
    draw(event);
    setDrawn(true);
  };
  return (
    <div className={styles.signature}>
      <span>{label}</span>
      <canvas ref={canvas} width={WIDTH} height={HEIGHT} role="img" aria-label={label} onPointerMove={move} />
      <Refusal problem={upload.error} />
      <div>
        <Button onClick={wipe}>{say('visit.wipe')}</Button>
        <Button
          disabled={!drawn || upload.isPending || upload.isSuccess}
          onClick={() => canvas.current && upload.mutate(canvas.current)}
        >
          {say(upload.isSuccess ? 'visit.signed' : 'visit.takeSignature')}
        </Button>
      </div>
    </div>
  );
}

/** From where the finger was to where it is, in black on nothing: the same on light and dark screens. */
function draw({ currentTarget: canvas, nativeEvent: event }: PointerEvent<HTMLCanvasElement>): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const scale = WIDTH / canvas.clientWidth;
  pen.lineWidth = 4;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.moveTo((event.offsetX - event.movementX) * scale, (event.offsetY - event.movementY) * scale);
  pen.lineTo(event.offsetX * scale, event.offsetY * scale);
  pen.stroke();
}
