import type { EmitPackage } from '../languages/language';

/** Every format that documentation can be written in, to `generated/documentation/<format>`. Adding one is a folder and a line here. */
export const documentationFormats: Readonly<Record<string, EmitPackage>> = {
  html: (input) => (require('./html/emit-html') as typeof import('./html/emit-html')).emitHtml(input),
};
