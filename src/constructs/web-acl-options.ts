import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/** The web ACL in front of an API. */
export interface WebAclOptions {
  /**
   * Whether there is no web ACL in front of the API.
   *
   * @default false
   */
  readonly disable?: boolean;

  /**
   * The ARN of a web ACL of your own, of scope `REGIONAL` and the region of the API, to use in place of a new one.
   *
   * @default - a new one
   */
  readonly webAclArn?: string;

  /**
   * Groups of rules that AWS or others maintain, in the order in which they look at requests.
   *
   * @default - AWSManagedRulesCommonRuleSet, whose SizeRestrictions_BODY only counts: it would block all bodies over 8 KB
   */
  readonly managedRules?: ManagedRule[];

  /**
   * The addresses from which requests are let in. All others are answered with 403.
   *
   * @default - requests come from anywhere
   */
  readonly cidrAllowList?: CidrAllowList;
}

/**
 * A group of rules that AWS or another vendor maintains.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export interface ManagedRule {
  /** The name of the group, such as `AWSManagedRulesSQLiRuleSet`. */
  readonly name: string;

  /**
   * Who maintains the group.
   *
   * @default "AWS"
   */
  readonly vendorName?: string;

  /**
   * The version of the group.
   *
   * @default - the one that the vendor recommends
   */
  readonly version?: string;

  /**
   * When the group looks at a request, the lowest number first. Each rule of a web ACL has its own; the list of allowed addresses has 1.
   *
   * @default - 2 for the first of the list, 3 for the second and so on
   */
  readonly priority?: number;

  /**
   * Whether the group only counts the requests that it would block.
   *
   * @default false
   */
  readonly countOnly?: boolean;

  /**
   * What rules of the group do in place of what they are made for, such as
   * `{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }`.
   *
   * @default - what they are made for
   */
  readonly ruleActionOverrides?: CfnWebACL.RuleActionOverrideProperty[];

  /**
   * Which requests the group looks at.
   *
   * @default - all
   */
  readonly scopeDownStatement?: CfnWebACL.StatementProperty;

  /**
   * Settings of groups that have any, such as those against bots.
   *
   * @default - none
   */
  readonly managedRuleGroupConfigs?: CfnWebACL.ManagedRuleGroupConfigProperty[];
}

/** Addresses from which requests are let in. */
export interface CidrAllowList {
  /** The ranges of addresses, IPv4 as `192.0.2.0/24` and IPv6 as `2001:db8::/32`, also in one list. */
  readonly cidrRanges: string[];

  /**
   * `IPV4` or `IPV6` if all ranges are of one kind. Ranges that are only known when the stack is deployed need it.
   *
   * @default - each range says it by itself
   */
  readonly cidrType?: string;
}
