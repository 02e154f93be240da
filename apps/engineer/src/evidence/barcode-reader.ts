import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** What rating plates carry. */
const FORMATS = ['code_128', 'code_39', 'qr_code', 'data_matrix', 'ean_13'] as const;

/** Letters, digits and dashes, as serials are; a QR code may hold it at the end of an address. */
const SERIAL = /[A-Za-z0-9-]{6,40}$/;

export interface BarcodeReader {
  /** The serial in the picture, if there is one. */
  read(picture: HTMLVideoElement): Promise<string | undefined>;
}

/** The same reader on every phone; its program comes from our own server. */
export async function openBarcodeReader(): Promise<BarcodeReader> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });
  const detector = new BarcodeDetector({ formats: [...FORMATS] });
  return {
    async read(picture) {
      const found = await detector.detect(picture);
      return found.map(({ rawValue }) => SERIAL.exec(rawValue.trim())?.[0]).find((serial) => serial);
    },
  };
}
