import type { EmitPackage } from '../languages/language';
import { emitHtml } from './html/emit-html';

/** Every format that documentation can be written in, to `generated/documentation/<format>`. Adding one is a folder and a line here. */
export const documentationFormats: Readonly<Record<string, EmitPackage>> = {
  html: emitHtml,
};
