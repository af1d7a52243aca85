import { dropped, type KeywordRule } from '../conversion';

/** The keyword is left out, and only the handler checks it. */
export const dropKeyword: KeywordRule = () => dropped;
