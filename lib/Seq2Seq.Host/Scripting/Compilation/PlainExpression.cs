using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Seq2Seq.Host.Scripting.Compilation;

/// <summary>
/// An expression over numbers, truth values and text: constants, variables of cells, the language's own operators and conversions, interpolation.
/// Turned into an expression tree that is interpreted; nothing in it can call the user's code.
/// </summary>
internal static class PlainExpression
{
    private static readonly MethodInfo formatting = ((Func<string, object?[], string>)string.Format).Method;
    private static readonly MethodInfo concatenating = ((Func<object?, object?, string>)string.Concat).Method;

    /// <summary>Computes the expression; null if it is more than that.</summary>
    public static Func<object?>? Of(IOperation operation, SubmissionChain chain)
    {
        if (Node(operation, chain) is not { } node) return null;
        return Expression.Lambda<Func<object?>>(Expression.Convert(node, typeof(object))).Compile(preferInterpretation: true);
    }

    /// <summary>The runtime's type for one of the language's own.</summary>
    public static Type? TypeOf(ITypeSymbol? type) => type?.TypeKind == TypeKind.Enum ? null : type?.SpecialType switch
    {
        SpecialType.System_Boolean => typeof(bool),
        SpecialType.System_Char => typeof(char),
        SpecialType.System_SByte => typeof(sbyte),
        SpecialType.System_Byte => typeof(byte),
        SpecialType.System_Int16 => typeof(short),
        SpecialType.System_UInt16 => typeof(ushort),
        SpecialType.System_Int32 => typeof(int),
        SpecialType.System_UInt32 => typeof(uint),
        SpecialType.System_Int64 => typeof(long),
        SpecialType.System_UInt64 => typeof(ulong),
        SpecialType.System_Single => typeof(float),
        SpecialType.System_Double => typeof(double),
        SpecialType.System_Decimal => typeof(decimal),
        SpecialType.System_String => typeof(string),
        SpecialType.System_Object => typeof(object),
        _ => null,
    };

    /// <summary>A variable some cell declared.</summary>
    public static bool IsVariable(IFieldSymbol field) => field is { ContainingType.IsScriptClass: true, IsStatic: false, IsConst: false };

    private static Expression? Node(IOperation operation, SubmissionChain chain)
    {
        if (TypeOf(operation.Type) is not { } type) return null;
        if (operation.ConstantValue is { HasValue: true, Value: var constant }) return Expression.Constant(constant, type);
        switch (operation)
        {
            case IParenthesizedOperation { Operand: var inner }:
                return Node(inner, chain);
            case IFieldReferenceOperation { Field: var field } when IsVariable(field) && chain.TryRead(field.ContainingAssembly.Name, field.Name, out var value):
                // What an object is, and how it is written, is for its own code to say.
                return type == typeof(object) ? null : Expression.Constant(value, type);
            case IConversionOperation { OperatorMethod: null, IsChecked: false, IsTryCast: false, Operand: var operand } when Node(operand, chain) is { } converted:
                return Numeric(converted.Type) && Numeric(type) || converted.Type == type || type == typeof(object) ? Expression.Convert(converted, type) : null;
            case IUnaryOperation { OperatorMethod: null, IsChecked: false, IsLifted: false, Operand: var operand } unary when Node(operand, chain) is { } of:
                return Unary(unary.OperatorKind, of);
            case IBinaryOperation { OperatorMethod: null, IsChecked: false, IsLifted: false } binary:
                if (Node(binary.LeftOperand, chain) is not { } left || Node(binary.RightOperand, chain) is not { } right) return null;
                return binary.OperatorKind == BinaryOperatorKind.Add && type == typeof(string) ? Concatenation(left, right)
                    : left.Type == typeof(object) || right.Type == typeof(object) ? null : Binary(binary.OperatorKind, left, right);
            case IInterpolatedStringOperation interpolated:
                return Interpolation(interpolated, chain);
            default:
                return null;
        }
    }

    private static Expression? Unary(UnaryOperatorKind kind, Expression operand) => kind switch
    {
        UnaryOperatorKind.Plus => operand,
        UnaryOperatorKind.Minus when operand.Type != typeof(decimal) => Expression.Negate(operand),
        UnaryOperatorKind.Not when operand.Type == typeof(bool) => Expression.Not(operand),
        UnaryOperatorKind.BitwiseNegation => Expression.OnesComplement(operand),
        _ => null,
    };

    private static BinaryExpression? Binary(BinaryOperatorKind kind, Expression left, Expression right) => kind switch
    {
        BinaryOperatorKind.Add => Expression.Add(left, right),
        BinaryOperatorKind.Subtract => Expression.Subtract(left, right),
        BinaryOperatorKind.Multiply => Expression.Multiply(left, right),
        BinaryOperatorKind.Divide => Expression.Divide(left, right),
        BinaryOperatorKind.Remainder => Expression.Modulo(left, right),
        BinaryOperatorKind.LeftShift => Expression.LeftShift(left, right),
        BinaryOperatorKind.RightShift => Expression.RightShift(left, right),
        BinaryOperatorKind.And => Expression.And(left, right),
        BinaryOperatorKind.Or => Expression.Or(left, right),
        BinaryOperatorKind.ExclusiveOr => Expression.ExclusiveOr(left, right),
        BinaryOperatorKind.ConditionalAnd => Expression.AndAlso(left, right),
        BinaryOperatorKind.ConditionalOr => Expression.OrElse(left, right),
        BinaryOperatorKind.Equals => Expression.Equal(left, right),
        BinaryOperatorKind.NotEquals => Expression.NotEqual(left, right),
        BinaryOperatorKind.LessThan => Expression.LessThan(left, right),
        BinaryOperatorKind.LessThanOrEqual => Expression.LessThanOrEqual(left, right),
        BinaryOperatorKind.GreaterThan => Expression.GreaterThan(left, right),
        BinaryOperatorKind.GreaterThanOrEqual => Expression.GreaterThanOrEqual(left, right),
        _ => null,
    };

    private static MethodCallExpression Concatenation(Expression left, Expression right) => Expression.Call(
        concatenating, Expression.Convert(left, typeof(object)), Expression.Convert(right, typeof(object)));

    private static MethodCallExpression? Interpolation(IInterpolatedStringOperation interpolated, SubmissionChain chain)
    {
        var format = new System.Text.StringBuilder();
        var values = new List<Expression>();
        foreach (var part in interpolated.Parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text })
            {
                format.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
            else if (part is IInterpolationOperation hole && Node(hole.Expression, chain) is { } value && value.Type != typeof(object))
            {
                format.Append(CultureInfo.InvariantCulture, $"{{{values.Count}");
                if (hole.Alignment is { } alignment) format.Append(CultureInfo.InvariantCulture, $",{alignment.ConstantValue.Value}");
                if (hole.FormatString?.ConstantValue.Value is string how)
                {
                    if (how.AsSpan().ContainsAny('{', '}')) return null;
                    format.Append(':').Append(how);
                }
                format.Append('}');
                values.Add(Expression.Convert(value, typeof(object)));
            }
            else
            {
                return null;
            }
        }
        return Expression.Call(formatting, Expression.Constant(format.ToString()), Expression.NewArrayInit(typeof(object), values));
    }

    private static bool Numeric(Type type) => type.IsPrimitive && type != typeof(bool);
}
