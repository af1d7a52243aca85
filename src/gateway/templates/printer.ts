type Velocity = typeof import('velocityjs');
type Compile = InstanceType<Velocity['Compile']>;
type Syntax = ConstructorParameters<Velocity['Compile']>[0];

/** A part of a template, as far as conditions go. */
interface Expression {
  readonly type: string;
  readonly operator?: string;
  readonly expression?: readonly Expression[];
  readonly condition?: Expression;
}

/** Prints the syntax tree of a template with some variables. */
export type Print = (
  syntax: Syntax,
  config: ConstructorParameters<Velocity['Compile']>[1],
  variables: object,
) => string;

/** The operator of a condition, in the tree that the engine gets. */
const holds = 'holds';

const arithmetic = ['/', '%'];

/**
 * The engine with the rules of Apache Velocity where those of JavaScript differ: what a reference gives is true unless it is null or
 * false, be it `''` or 0; literals but `true` are not; whole numbers divide to whole numbers; a null that is printed leaves nothing
 * behind, as with API Gateway.
 * @see https://velocity.apache.org/engine/1.7/user-guide.html
 */
export function createPrint({ Compile }: Velocity): Print {
  class Printer extends Compile {
    override getReferences(...[ast, printed]: Parameters<Compile['getReferences']>): string {
      const value = super.getReferences(ast, printed);
      return printed === true && value === null ? '' : value;
    }

    override getBlock(block: Parameters<Compile['getBlock']>[0]): string {
      return super.getBlock(block[0]?.type === 'if' ? block.map(askWhetherHolds) : block);
    }

    /** Whatever type an expression has, the engine declares text. */
    override getExpression(ast: Syntax[number]): string {
      return this.evaluate(ast as Expression) as string;
    }

    private evaluate(ast: Expression): unknown {
      const { type, operator = '', expression = [] } = ast;
      const [left, right] = expression;
      if (type !== 'math' || left === undefined) return super.getExpression(ast as Syntax[number]);
      if (operator === holds) return this.isTrue(left);
      if (operator === 'not') return !this.isTrue(left);
      if (operator === '&&') return this.isTrue(left) && this.isTrue(right);
      if (operator === '||') return this.isTrue(left) || this.isTrue(right);
      return arithmetic.includes(operator)
        ? this.divide(operator, left, right)
        : super.getExpression(ast as Syntax[number]);
    }

    private isTrue(ast: Expression | undefined): boolean {
      if (ast === undefined) return false;
      const value = this.evaluate(ast);
      if (ast.type === 'references') return value !== undefined && value !== null && value !== false;
      return value === true;
    }

    /** Nothing when the divisor is zero. */
    private divide(operator: string, left: Expression, right: Expression | undefined): number | undefined {
      const dividend = Number(this.evaluate(left));
      const divisor = right === undefined ? 0 : Number(this.evaluate(right));
      if (divisor === 0) return undefined;
      if (operator === '%') return dividend % divisor;
      const isWhole = Number.isInteger(dividend) && Number.isInteger(divisor);
      return isWhole ? Math.trunc(dividend / divisor) : dividend / divisor;
    }
  }
  return (syntax, config, variables) => {
    const silent = true;
    return new Printer(syntax, config).render({ ...variables }, {}, silent);
  };
}

/** Wraps a condition into an operator of ours: what is true is for the printer to say. */
function askWhetherHolds(part: Syntax[number]): Syntax[number] {
  const { condition } = part as Expression;
  if (condition === undefined) return part;
  const asked: Expression = { type: 'math', operator: holds, expression: [condition] };
  return { ...part, condition: asked } as Syntax[number];
}
