import {
  DefaultTokenResolver,
  type IPostProcessor,
  type IResolvable,
  type IResolveContext,
  Reference,
  Stack,
  StringConcat,
  Token,
  Tokenization,
} from 'aws-cdk-lib/core';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import type { Construct, IConstruct } from 'constructs';
import type { Json } from '../../../shared/json';

/** Something in a document that only CloudFormation knows. */
export interface DocumentReference {
  /** What it is, as a text for properties of resources. */
  readonly value: string;
  /** The same for all that is the same. */
  readonly key: string;
  /** What it is a reference to. */
  readonly target?: IConstruct;
  /** The attribute of the target, `Ref` for the value of a `Ref`. */
  readonly attribute?: string;
}

/** Characters that no document has, around the number of a reference. */
const begin = '\u{F0000}';
const end = '\u{F0001}';

/** Where references stand in a text. */
export const marks = new RegExp(`${begin}(\\d+)${end}`, 'gu');

/** The mark of a reference. */
export function markOf(index: string): string {
  return `${begin}${index}${end}`;
}

/** A document whose texts have marks where references were, and the references by their numbers. */
export interface MarkedDocument {
  readonly document: Json;
  readonly references: readonly DocumentReference[];
}

/**
 * Resolves a value as far as it is known now. Partitions, regions and accounts become literal where the stack has them, everything else
 * that only CloudFormation knows becomes a mark.
 */
export function markReferences(scope: Construct, value: unknown): MarkedDocument {
  const resolver = new MarkingResolver(Stack.of(scope));
  const document = Tokenization.resolve(value, { scope, resolver }) as Json;
  return { document, references: resolver.references };
}

/** The partition of a stack, if its region is known. */
export function partitionOf(stack: Stack): string | undefined {
  return Token.isUnresolved(stack.region) ? undefined : RegionInfo.get(stack.region).partition;
}

class MarkingResolver extends DefaultTokenResolver {
  readonly references: DocumentReference[] = [];

  constructor(private readonly stack: Stack) {
    super(new StringConcat());
  }

  override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const value: unknown = token.resolve(context);
    if (isDynamicReference(value)) return this.mark(token, value);
    if (isNoValue(value)) return undefined;
    if (!isIntrinsic(value)) return postProcessor.postProcess(context.resolve(value), context);
    return this.literal(token, value) ?? this.mark(token, value);
  }

  private literal(token: IResolvable, value: object): string | undefined {
    const name: unknown = (value as { readonly Ref?: unknown }).Ref;
    const stack = Reference.isReference(token) ? Stack.of(token.target) : this.stack;
    const text = typeof name === 'string' ? pseudoParameter(name, stack) : undefined;
    return text === undefined || Token.isUnresolved(text) ? undefined : text;
  }

  private mark(token: IResolvable, value: unknown): string {
    const target = Reference.isReference(token) ? { target: token.target, attribute: token.displayName } : undefined;
    const key =
      target === undefined
        ? JSON.stringify(this.stack.resolve(value))
        : `${target.target.node.path} ${target.attribute}`;
    this.references.push({ value: Token.asString(token), key, ...target });
    return markOf(String(this.references.length - 1));
  }
}

/** What a pseudo parameter is in a stack, as far as it is known. */
function pseudoParameter(name: string, stack: Stack): string | undefined {
  switch (name) {
    case 'AWS::Region':
      return stack.region;
    case 'AWS::AccountId':
      return stack.account;
    case 'AWS::Partition':
      return partitionOf(stack);
    case 'AWS::URLSuffix':
      return partitionOf(stack) === undefined ? undefined : RegionInfo.get(stack.region).domainSuffix;
    case 'AWS::StackName':
      return stack.stackName;
    default:
      return undefined;
  }
}

/** An intrinsic function of CloudFormation, which is an object with one member. */
function isIntrinsic(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [name = '', ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

/** What CloudFormation removes from a template. */
function isNoValue(value: unknown): boolean {
  return isIntrinsic(value) && (value as { readonly Ref?: unknown }).Ref === 'AWS::NoValue';
}

function isDynamicReference(value: unknown): boolean {
  return typeof value === 'string' && !Token.isUnresolved(value) && value.includes('{{resolve:');
}
