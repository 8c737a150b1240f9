namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Is this equal to the other, element by element?</summary>
        /// <param name="target">The other.</param>
        public Tensor eq(Tensor target) => Arithmetic.Compare<EqualComparison>("eq", this, target);

        /// <summary>Is this equal to the number?</summary>
        /// <param name="target">The number.</param>
        public Tensor eq(Scalar target) => Arithmetic.Compare<EqualComparison>(this, target);

        /// <summary>Is this different from the other, element by element?</summary>
        /// <param name="target">The other.</param>
        public Tensor ne(Tensor target) => Arithmetic.Compare<NotEqualComparison>("ne", this, target);

        /// <summary>Is this different from the number?</summary>
        /// <param name="target">The number.</param>
        public Tensor ne(Scalar target) => Arithmetic.Compare<NotEqualComparison>(this, target);

        /// <summary>Is this less than the other, element by element?</summary>
        /// <param name="target">The other.</param>
        public Tensor lt(Tensor target) => Arithmetic.Compare<LessComparison>("lt", this, target);

        /// <summary>Is this less than the number?</summary>
        /// <param name="target">The number.</param>
        public Tensor lt(Scalar target) => Arithmetic.Compare<LessComparison>(this, target);

        /// <summary>Is this at most the other, element by element?</summary>
        /// <param name="target">The other.</param>
        public Tensor le(Tensor target) => Arithmetic.Compare<LessOrEqualComparison>("le", this, target);

        /// <summary>Is this at most the number?</summary>
        /// <param name="target">The number.</param>
        public Tensor le(Scalar target) => Arithmetic.Compare<LessOrEqualComparison>(this, target);

        /// <summary>Is this greater than the other, element by element?</summary>
        /// <param name="target">The other.</param>
        public Tensor gt(Tensor target) => Arithmetic.Compare<GreaterComparison>("gt", this, target);

        /// <summary>Is this greater than the number?</summary>
        /// <param name="target">The number.</param>
        public Tensor gt(Scalar target) => Arithmetic.Compare<GreaterComparison>(this, target);

        /// <summary>Is this at least the other, element by element?</summary>
        /// <param name="target">The other.</param>
        public Tensor ge(Tensor target) => Arithmetic.Compare<GreaterOrEqualComparison>("ge", this, target);

        /// <summary>Is this at least the number?</summary>
        /// <param name="target">The number.</param>
        public Tensor ge(Scalar target) => Arithmetic.Compare<GreaterOrEqualComparison>(this, target);

        /// <summary>True where not a number.</summary>
        public Tensor isnan()
        {
            using var self = Handle();
            return Arithmetic.Compare<NotEqualComparison>("isnan", self, self);
        }

        /// <summary>True where infinite.</summary>
        public Tensor isinf() => dtype.IsFloat() ? Magnitude().eq(double.PositiveInfinity) : torch.zeros(Sizes, ScalarType.Bool);

        /// <summary>True where finite.</summary>
        public Tensor isfinite() => dtype.IsFloat() ? Magnitude().lt(double.PositiveInfinity) : torch.ones(Sizes, ScalarType.Bool);

        /// <summary>Not, of truth values (others: true unless zero).</summary>
        public Tensor logical_not() => Truth().eq(false);

        /// <summary>And, of truth values (others: true unless zero).</summary>
        /// <param name="other">The other.</param>
        public Tensor logical_and(Tensor other) => Truth().mul(other.Truth());

        /// <summary>Or, of truth values (others: true unless zero).</summary>
        /// <param name="other">The other.</param>
        public Tensor logical_or(Tensor other) => Truth().add(other.Truth());

        /// <summary>Either but not both, of truth values (others: true unless zero).</summary>
        /// <param name="other">The other.</param>
        public Tensor logical_xor(Tensor other) => Truth().ne(other.Truth());

        /// <summary>And of truth values, or bit by bit of integers.</summary>
        /// <param name="other">The other.</param>
        public Tensor bitwise_and(Tensor other) => Bits<AndFunction>("bitwise_and", other);

        /// <summary>Or of truth values, or bit by bit of integers.</summary>
        /// <param name="other">The other.</param>
        public Tensor bitwise_or(Tensor other) => Bits<OrFunction>("bitwise_or", other);

        /// <summary>Exclusive or of truth values, or bit by bit of integers.</summary>
        /// <param name="other">The other.</param>
        public Tensor bitwise_xor(Tensor other) => Bits<XorFunction>("bitwise_xor", other);

        /// <summary>Not, of truth values, or bit by bit of integers.</summary>
        public Tensor bitwise_not()
        {
            if (dtype.IsFloat())
                throw Throw.ExpectedType("bitwise_not", "the tensor", "Bool or an integer type", dtype);
            return dtype == ScalarType.Bool ? logical_not() : neg().sub(1);
        }

        /// <summary>Are all elements nearly equal: |a − b| ≤ atol + rtol · |b|?</summary>
        /// <param name="target">The other.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="equal_nan">Are two NaN equal?</param>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            using var noGrad = no_grad();
            using var scope = NewDisposeScope();
            return isclose(target, rtol, atol, equal_nan).all().item<bool>();
        }

        /// <summary>Nearly equal, element by element: |a − b| ≤ atol + rtol · |b|?</summary>
        /// <param name="other">The other.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="nanEqual">Are two NaN equal?</param>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        {
            using var noGrad = no_grad();
            var close = eq(other);
            if (dtype.IsFloat())
                close = close.logical_or(sub(other).abs().le(other.abs().mul(rtol).add(atol)).logical_and(other.isfinite()));
            return nanEqual ? close.logical_or(isnan().logical_and(other.isnan())) : close;
        }

        /// <summary>Is this equal to the other, element by element?</summary>
        /// <param name="target">The other.</param>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Same shape and same elements?</summary>
        /// <param name="target">The other.</param>
        public bool Equals(Tensor? target)
        {
            if (target is null || !Sizes.SequenceEqual(target.Sizes))
                return false;
            using var scope = NewDisposeScope();
            return eq(target).all().item<bool>();
        }

        /// <summary>Same shape and same elements?</summary>
        /// <param name="obj">The other.</param>
        public override bool Equals(object? obj) => obj is Tensor other && (ReferenceEquals(this, other) || Equals(other));

        /// <summary>By identity: elements may change.</summary>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private Tensor Truth() => dtype == ScalarType.Bool ? ScopedHandle() : to_type(ScalarType.Bool);

        private Tensor Magnitude()
        {
            using var noGrad = no_grad();
            return abs();
        }

        private Tensor Bits<TFunction>(string operation, Tensor other)
            where TFunction : struct, IArithmetic
        {
            var type = Promotion.Result(this, other);
            if (type.IsFloat())
                throw Throw.ExpectedType(operation, "the tensors", "Bool or an integer type", type);
            return Arithmetic.Apply<TFunction>(operation, this, other, type);
        }
    }
}
