import { isIP } from 'node:net';
import { CfnIPSet, type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { CidrAllowList } from '../../web-acl-options';
import { constructError } from '../construct-error';

/** A set holds addresses of one version. */
const versions = ['IPV4', 'IPV6'] as const;

type Version = (typeof versions)[number];

/** The sets of an allow list, one for each version that is in it. */
export function allowListSets(scope: Construct, { cidrRanges, cidrType }: CidrAllowList): CfnIPSet[] {
  const only = versions.find((version) => version === cidrType);
  if (cidrType !== undefined && only === undefined) {
    throw constructError(scope, `'cidrType' of 'cidrAllowList' is '${cidrType}'; it is 'IPV4' or 'IPV6'`);
  }
  if (cidrRanges.length === 0) {
    throw constructError(
      scope,
      "'cidrAllowList' has no ranges, so nobody could call the API; add some to 'cidrRanges', or remove the list",
    );
  }
  const ranges = cidrRanges.map((range) => ({ range, version: versionOf(scope, range, only) }));
  return versions.flatMap((version) => {
    const addresses = ranges.filter((each) => each.version === version).map(({ range }) => range);
    const id = version === 'IPV4' ? 'IpSet' : 'IpSetV6';
    return addresses.length === 0
      ? []
      : [new CfnIPSet(scope, id, { scope: 'REGIONAL', ipAddressVersion: version, addresses })];
  });
}

/** The rule that blocks what comes from elsewhere. */
export function allowListRule(ipSets: readonly CfnIPSet[]): Omit<CfnWebACL.RuleProperty, 'priority'> {
  const statements = ipSets.map(({ attrArn }) => ({ ipSetReferenceStatement: { arn: attrArn } }));
  const [first] = statements;
  const inList = statements.length === 1 && first !== undefined ? first : { orStatement: { statements } };
  const name = 'CidrAllowList';
  return {
    name,
    action: { block: {} },
    statement: { notStatement: { statement: inList } },
    visibilityConfig: { metricName: name, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true },
  };
}

function versionOf(scope: Construct, range: string, only: Version | undefined): Version {
  if (Token.isUnresolved(range)) {
    if (only !== undefined) return only;
    throw constructError(
      scope,
      "a range of 'cidrAllowList' is only known when the stack is deployed; say with 'cidrType' whether it is 'IPV4' or 'IPV6'",
    );
  }
  const [address = '', length = ''] = range.split('/');
  const version = ({ 4: 'IPV4', 6: 'IPV6' } as const)[isIP(address)];
  const longest = version === 'IPV4' ? 32 : 128;
  const isLength = /^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= longest;
  if (version === undefined || !isLength || range.split('/').length !== 2) {
    throw constructError(
      scope,
      `'${range}' of 'cidrAllowList' is not a range that AWS WAF knows; write it as '192.0.2.44/32' or '2001:db8::/32', with a length of at least 1`,
    );
  }
  if (only !== undefined && only !== version) {
    throw constructError(
      scope,
      `'${range}' of 'cidrAllowList' is ${version} and its 'cidrType' ${only}; remove 'cidrType' to have both`,
    );
  }
  return version;
}
