/** The first lines of every file that is overwritten. */
export const generatedNotice =
  '// Generated from the API model. Changes made here are lost: change the model instead.\n\n';
