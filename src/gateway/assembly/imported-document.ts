import type { JsonObject } from '../../shared/json';
import { mapTexts } from '../document/members';
import { readJsonObject } from './assets';
import { localAccount, localRegion } from './pseudo-parameters';

/** Up to the name in an ARN that comes from a variable of the stage: a resource of the app, which is in this account and region here. */
const ownArn = /arn:[\w-]+:([\w-]+):([\w-]*):\d{12}:(?=[\w/:-]*\$\{stageVariables\.)/g;

/**
 * A document that is deployed from S3. It names the account and the region that it is for, which are others here; what CloudFormation knows
 * is in variables of the stage, as anybody may use them.
 */
export function readImportedDocument(file: string): JsonObject {
  return mapTexts(readJsonObject(file), (text) =>
    text.replace(ownArn, (_, service: string, region: string) => {
      return `arn:aws:${service}:${region === '' ? '' : localRegion()}:${localAccount}:`;
    }),
  );
}
