namespace Seq2Seq.Tensors;

/// <summary>How a division is rounded.</summary>
public enum RoundingMode
{
    /// <summary>Not at all: true division.</summary>
    None = 0,

    /// <summary>Towards zero.</summary>
    trunc = 1,

    /// <summary>Down.</summary>
    floor = 2,
}

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>this + target.</summary>
        /// <param name="target">The other.</param>
        public Tensor add(Tensor target) => AddScaled("add", target, 1);

        /// <summary>this + alpha · target.</summary>
        /// <param name="target">The other.</param>
        /// <param name="alpha">The factor.</param>
        public Tensor add(Tensor target, Scalar alpha) => AddScaled("add", target, alpha);

        /// <summary>this + scalar.</summary>
        /// <param name="scalar">The number.</param>
        public Tensor add(Scalar scalar)
        {
            var y = Arithmetic.Apply<AddFunction>(this, scalar, Promotion.Result(this, scalar));
            if (Records(this))
                Recorded.Add(this, null, 1).Attach(y);
            return y;
        }

        /// <summary>this + alpha · scalar.</summary>
        /// <param name="scalar">The number.</param>
        /// <param name="alpha">The factor.</param>
        public Tensor add(Scalar scalar, Scalar alpha) => add(Times(scalar, alpha));

        /// <summary>this − target.</summary>
        /// <param name="target">The other.</param>
        public Tensor sub(Tensor target)
        {
            var type = Promotion.Result(this, target);
            if (type == ScalarType.Bool)
                throw Throw.BoolArithmetic("sub");
            var y = Arithmetic.Apply<SubFunction>("sub", this, target, type);
            if (Records(this, target))
                Recorded.Add(this, target, -1).Attach(y);
            return y;
        }

        /// <summary>this − target.</summary>
        /// <param name="target">The number.</param>
        public Tensor sub(Scalar target)
        {
            var type = Promotion.Result(this, target);
            if (type == ScalarType.Bool)
                throw Throw.BoolArithmetic("sub");
            var y = Arithmetic.Apply<SubFunction>(this, target, type);
            if (Records(this))
                Recorded.Add(this, null, 1).Attach(y);
            return y;
        }

        /// <summary>this · target, element by element.</summary>
        /// <param name="target">The other.</param>
        public Tensor mul(Tensor target)
        {
            var y = Arithmetic.Apply<MulFunction>("mul", this, target, Promotion.Result(this, target));
            if (Records(this, target))
                Recorded.Mul(this, target).Attach(y);
            return y;
        }

        /// <summary>this · target.</summary>
        /// <param name="target">The number.</param>
        public Tensor mul(Scalar target)
        {
            var y = Arithmetic.Apply<MulFunction>(this, target, Promotion.Result(this, target));
            if (Records(this))
                Recorded.Scale(this, target, divide: false).Attach(y);
            return y;
        }

        /// <summary>this / target, element by element; integers divide to floating point unless rounded.</summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">How to round.</param>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            var type = Promotion.Result(this, target);
            if (rounding_mode == RoundingMode.floor)
                return Arithmetic.Apply<FloorDivFunction>("div", this, target, type);
            if (rounding_mode == RoundingMode.trunc)
                return Arithmetic.Apply<TruncDivFunction>("div", this, target, type);
            var y = Arithmetic.Apply<DivFunction>("div", this, target, Promotion.ToFloat(type));
            if (Records(this, target))
                Recorded.Div(this, target).Attach(y);
            return y;
        }

        /// <summary>this / target; integers divide to floating point unless rounded.</summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">How to round.</param>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            var type = Promotion.Result(this, target);
            if (rounding_mode == RoundingMode.floor)
                return Arithmetic.Apply<FloorDivFunction>(this, target, type);
            if (rounding_mode == RoundingMode.trunc)
                return Arithmetic.Apply<TruncDivFunction>(this, target, type);
            var y = Arithmetic.Apply<DivFunction>(this, target, Promotion.ToFloat(type));
            if (Records(this))
                Recorded.Scale(this, target, divide: true).Attach(y);
            return y;
        }

        /// <summary>this / other rounded down.</summary>
        /// <param name="other">The divisor.</param>
        public Tensor floor_divide(Tensor other) => div(other, RoundingMode.floor);

        /// <summary>The remainder of this / target, with the sign of target.</summary>
        /// <param name="target">The divisor.</param>
        public Tensor remainder(Tensor target) => Remainder(target);

        /// <summary>The remainder of this / scalar, with the sign of scalar.</summary>
        /// <param name="scalar">The divisor.</param>
        public Tensor remainder(Scalar scalar)
        {
            var y = Arithmetic.Apply<RemainderFunction>(this, scalar, Promotion.Result(this, scalar));
            if (Records(this))
                Recorded.Add(this, null, 1).Attach(y);
            return y;
        }

        /// <summary>The remainder of this / scalar, with the sign of this.</summary>
        /// <param name="scalar">The divisor.</param>
        public Tensor fmod(Scalar scalar)
        {
            var y = Arithmetic.Apply<FmodFunction>(this, scalar, Promotion.Result(this, scalar));
            if (Records(this))
                Recorded.Add(this, null, 1).Attach(y);
            return y;
        }

        /// <summary>this to a power.</summary>
        /// <param name="exponent">The power.</param>
        public Tensor pow(Scalar exponent)
        {
            var type = Promotion.Result(this, exponent);
            Tensor y;
            if (!type.IsFloat())
                return Arithmetic.Apply<PowFunction>(this, exponent, type == ScalarType.Bool ? ScalarType.Int64 : type);
            using (var x = Cast(type))
            {
                var n = exponent.ToDouble();
                y = Pointwise.Unary(x, (a, b) => PowKernel.Forward(a, b, n), (a, b) => PowKernel.Forward(a, b, n));
            }

            if (Records(this))
                new PowScalarOp(this, exponent.ToDouble()).Attach(y);
            return y;
        }

        /// <summary>this to a power, element by element.</summary>
        /// <param name="exponent">The powers.</param>
        public Tensor pow(Tensor exponent)
        {
            var y = Arithmetic.Apply<PowFunction>("pow", this, exponent, Promotion.Result(this, exponent));
            if (Records(this, exponent))
                new PowOp(this, exponent, y).Attach(y);
            return y;
        }

        /// <summary>The larger of two, element by element.</summary>
        /// <param name="other">The other.</param>
        public Tensor maximum(Tensor other) => Extremum<MaximumFunction>("maximum", other, largest: true);

        /// <summary>The smaller of two, element by element.</summary>
        /// <param name="other">The other.</param>
        public Tensor minimum(Tensor other) => Extremum<MinimumFunction>("minimum", other, largest: false);

        /// <summary>The larger of two, element by element.</summary>
        /// <param name="other">The other.</param>
        public Tensor max(Tensor other) => maximum(other);

        /// <summary>The smaller of two, element by element.</summary>
        /// <param name="other">The other.</param>
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>−this.</summary>
        public Tensor neg()
        {
            if (dtype == ScalarType.Bool)
                throw Throw.BoolArithmetic("neg");
            var y = Arithmetic.Apply<MulFunction>(this, -1, dtype);
            if (Records(this))
                Recorded.Neg(this).Attach(y);
            return y;
        }

        /// <summary>−this.</summary>
        public Tensor negative() => neg();

        /// <summary>a + value · b · c.</summary>
        /// <param name="tensor1">b.</param>
        /// <param name="tensor2">c.</param>
        /// <param name="value">The factor.</param>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1.mul(tensor2).mul(value));

        /// <summary>a + value · b / c.</summary>
        /// <param name="tensor1">b.</param>
        /// <param name="tensor2">c.</param>
        /// <param name="value">The factor.</param>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => add(tensor1.div(tensor2).mul(value));

        /// <summary>this + weight · (end − this).</summary>
        /// <param name="end">The other.</param>
        /// <param name="weight">0 gives this, 1 gives the other.</param>
        public Tensor lerp(Tensor end, Tensor weight) => add(end.sub(this).mul(weight));

        private Tensor AddScaled(string operation, Tensor target, Scalar alpha)
        {
            var type = Promotion.Result(this, target);
            Tensor y;
            if (alpha.ToDouble() == 1)
            {
                y = Arithmetic.Apply<AddFunction>(operation, this, target, type);
            }
            else
            {
                using var scaled = target.Cast(type);
                using var product = Arithmetic.Apply<MulFunction>(scaled, alpha, type);
                y = Arithmetic.Apply<AddFunction>(operation, this, product, type);
            }

            if (Records(this, target))
                Recorded.Add(this, target, alpha.ToDouble()).Attach(y);
            return y;
        }

        // a − ⌊a / b⌋ b: the rounded quotient counts as a constant.
        private Tensor Remainder(Tensor target)
        {
            var y = Arithmetic.Apply<RemainderFunction>("remainder", this, target, Promotion.Result(this, target));
            if (Records(this, target))
                new RemainderOp(this, target).Attach(y);
            return y;
        }

        private Tensor Extremum<TFunction>(string operation, Tensor other, bool largest)
            where TFunction : struct, IArithmetic
        {
            var y = Arithmetic.Apply<TFunction>(operation, this, other, Promotion.Result(this, other));
            if (Records(this, other))
                new ExtremumOp(this, other, largest).Attach(y);
            return y;
        }

        private static Scalar Times(Scalar a, Scalar b) =>
            a.Type.IsFloat() || b.Type.IsFloat() ? a.ToDouble() * b.ToDouble() : a.ToInt64() * b.ToInt64();
    }
}
