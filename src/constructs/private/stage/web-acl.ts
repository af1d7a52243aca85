import type { Stage } from 'aws-cdk-lib/aws-apigateway';
import { type CfnIPSet, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Names } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ManagedRule, WebAclOptions } from '../../web-acl-options';
import { constructError } from '../construct-error';
import { allowListRule, allowListSets } from './allow-list';
import { given } from './given';

/** What stands in front of a stage. */
export interface StageProtection {
  readonly webAcl?: CfnWebACL;
  readonly ipSets: readonly CfnIPSet[];
  readonly association?: CfnWebACLAssociation;
}

/** The rules that others maintain follow. */
const allowListPriority = 1;

/** The group blocks bodies over 8 KB, and an API says by its model what it takes. */
const defaultRules: readonly ManagedRule[] = [
  {
    name: 'AWSManagedRulesCommonRuleSet',
    ruleActionOverrides: [{ name: 'SizeRestrictions_BODY', actionToUse: { count: {} } }],
  },
];

/**
 * Puts a web ACL in front of a stage. Neither it nor its sets of addresses have names of their own: CloudFormation makes unique ones.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
 */
export function protectStage(scope: Construct, stage: Stage, options: WebAclOptions): StageProtection {
  const { disable, webAclArn, managedRules = defaultRules, cidrAllowList } = options;
  if (disable === true) return { ipSets: [] };
  if (webAclArn !== undefined) {
    const others = Object.keys(given({ managedRules: options.managedRules, cidrAllowList }));
    if (others.length > 0) {
      throw constructError(
        scope,
        `'webAclOptions' have a web ACL of your own, to which '${others[0]}' does not apply; add the rules to that web ACL, or remove 'webAclArn'`,
      );
    }
    return { ipSets: [], association: associate(scope, stage, webAclArn) };
  }
  const ipSets = cidrAllowList === undefined ? [] : allowListSets(scope, cidrAllowList);
  const rules = [
    ...(ipSets.length > 0 ? [{ ...allowListRule(ipSets), priority: allowListPriority }] : []),
    ...managedRules.map((rule, index) => renderRule(rule, rule.priority ?? allowListPriority + 1 + index)),
  ];
  checkUnique(scope, rules);
  const webAcl = new CfnWebACL(scope, 'WebAcl', {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: visibility(Names.uniqueResourceName(scope, { maxLength: 100 })),
    rules,
  });
  return { webAcl, ipSets, association: associate(scope, stage, webAcl.attrArn) };
}

function associate(scope: Construct, stage: Stage, webAclArn: string): CfnWebACLAssociation {
  const association = new CfnWebACLAssociation(scope, 'WebAclAssociation', { resourceArn: stage.stageArn, webAclArn });
  association.node.addDependency(stage);
  return association;
}

function renderRule(rule: ManagedRule, priority: number): CfnWebACL.RuleProperty {
  const { name, vendorName = 'AWS', version, countOnly, ruleActionOverrides, scopeDownStatement } = rule;
  const { managedRuleGroupConfigs } = rule;
  const ruleName = `${vendorName}-${name}`;
  return {
    name: ruleName,
    priority,
    overrideAction: countOnly === true ? { count: {} } : { none: {} },
    statement: {
      managedRuleGroupStatement: {
        ...{ vendorName, name, version, ruleActionOverrides, scopeDownStatement, managedRuleGroupConfigs },
      },
    },
    visibilityConfig: visibility(ruleName),
  };
}

function checkUnique(scope: Construct, rules: readonly CfnWebACL.RuleProperty[]): void {
  for (const [index, { name, priority }] of rules.entries()) {
    const other = rules.slice(0, index).find((each) => each.name === name || each.priority === priority);
    if (other === undefined) continue;
    throw constructError(
      scope,
      other.name === name
        ? `'webAclOptions.managedRules' have '${name}' twice; a web ACL has a group once`
        : `the rules '${other.name}' and '${name}' of 'webAclOptions' have the same priority, ${priority}; each rule of a web ACL has its own`,
    );
  }
}

function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
