namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>eˣ, element by element; integers give floating point.</summary>
        public Tensor exp()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).exp();
            var y = Pointwise.Unary(this, ExpKernel.Forward, ExpKernel.Forward);
            if (Records(this))
                Recorded.Exp(this, y).Attach(y);
            return y;
        }

        /// <summary>ln x, element by element; integers give floating point.</summary>
        public Tensor log()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).log();
            var y = Pointwise.Unary(this, LogKernel.Forward, LogKernel.Forward);
            if (Records(this))
                Recorded.Log(this).Attach(y);
            return y;
        }

        /// <summary>tanh x, element by element; integers give floating point.</summary>
        public Tensor tanh()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).tanh();
            var y = Pointwise.Unary(this, TanhKernel.Forward, TanhKernel.Forward);
            if (Records(this))
                Recorded.Tanh(this, y).Attach(y);
            return y;
        }

        /// <summary>1 / (1 + e⁻ˣ), element by element; integers give floating point.</summary>
        public Tensor sigmoid()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).sigmoid();
            var y = Pointwise.Unary(this, SigmoidKernel.Forward, SigmoidKernel.Forward);
            if (Records(this))
                Recorded.Sigmoid(this, y).Attach(y);
            return y;
        }

        /// <summary>√x, element by element; integers give floating point.</summary>
        public Tensor sqrt()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).sqrt();
            var y = Pointwise.Unary(this, SqrtKernel.Forward, SqrtKernel.Forward);
            if (Records(this))
                Recorded.Sqrt(this, y).Attach(y);
            return y;
        }

        /// <summary>1 / √x, element by element; integers give floating point.</summary>
        public Tensor rsqrt()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).rsqrt();
            var y = Pointwise.Unary(this, RsqrtKernel.Forward, RsqrtKernel.Forward);
            if (Records(this))
                new RsqrtOp(this, y).Attach(y);
            return y;
        }

        /// <summary>sin x, element by element; integers give floating point.</summary>
        public Tensor sin()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).sin();
            var y = Pointwise.Unary(this, SinKernel.Forward, SinKernel.Forward);
            if (Records(this))
                new SinOp(this).Attach(y);
            return y;
        }

        /// <summary>cos x, element by element; integers give floating point.</summary>
        public Tensor cos()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).cos();
            var y = Pointwise.Unary(this, CosKernel.Forward, CosKernel.Forward);
            if (Records(this))
                new CosOp(this).Attach(y);
            return y;
        }

        /// <summary>x Φ(x), exact, element by element; integers give floating point.</summary>
        public Tensor gelu()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).gelu();
            var y = Pointwise.Unary(this, GeluKernel.Forward, GeluKernel.Forward);
            if (Records(this))
                Recorded.Gelu(this).Attach(y);
            return y;
        }

        /// <summary>the error function, element by element; integers give floating point.</summary>
        public Tensor erf()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).erf();
            var y = Pointwise.Unary(this, ErfKernel.Forward, ErfKernel.Forward);
            if (Records(this))
                new ErfOp(this).Attach(y);
            return y;
        }

        /// <summary>x σ(x), element by element; integers give floating point.</summary>
        public Tensor silu()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).silu();
            var y = Pointwise.Unary(this, SiluKernel.Forward, SiluKernel.Forward);
            if (Records(this))
                new SiluOp(this).Attach(y);
            return y;
        }

        /// <summary>ln(1 + eˣ), element by element; integers give floating point.</summary>
        public Tensor softplus()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).softplus();
            var y = Pointwise.Unary(this, SoftplusKernel.Forward, SoftplusKernel.Forward);
            if (Records(this))
                new SoftplusOp(this).Attach(y);
            return y;
        }

        /// <summary>eˣ − 1, element by element; integers give floating point.</summary>
        public Tensor expm1()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).expm1();
            var y = Pointwise.Unary(this, Expm1Kernel.Forward, Expm1Kernel.Forward);
            if (Records(this))
                new Expm1Op(this, y).Attach(y);
            return y;
        }

        /// <summary>ln(1 + x), element by element; integers give floating point.</summary>
        public Tensor log1p()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).log1p();
            var y = Pointwise.Unary(this, Log1pKernel.Forward, Log1pKernel.Forward);
            if (Records(this))
                new Log1pOp(this).Attach(y);
            return y;
        }

        /// <summary>1 / x, element by element; integers give floating point.</summary>
        public Tensor reciprocal()
        {
            if (!dtype.IsFloat())
                return to_type(get_default_dtype()).reciprocal();
            var y = Pointwise.Unary(this, ReciprocalKernel.Forward, ReciprocalKernel.Forward);
            if (Records(this))
                new ReciprocalOp(this, y).Attach(y);
            return y;
        }

        /// <summary>|x|, element by element.</summary>
        public Tensor abs()
        {
            if (!dtype.IsFloat())
                return dtype is ScalarType.Bool or ScalarType.Byte ? clone() : maximum(neg());
            var y = Pointwise.Unary(this, AbsKernel.Forward, AbsKernel.Forward);
            if (Records(this))
                new AbsOp(this).Attach(y);
            return y;
        }

        /// <summary>x², element by element.</summary>
        public Tensor square()
        {
            if (!dtype.IsFloat())
                return mul(this);
            var y = Pointwise.Unary(this, SquareKernel.Forward, SquareKernel.Forward);
            if (Records(this))
                Recorded.Square(this).Attach(y);
            return y;
        }

        /// <summary>max(x, 0), element by element.</summary>
        public Tensor relu()
        {
            if (!dtype.IsFloat())
                return clamp_min(0);
            var y = Pointwise.Unary(this, ReluKernel.Forward, ReluKernel.Forward);
            if (Records(this))
                Recorded.Relu(this, y).Attach(y);
            return y;
        }

        /// <summary>x where positive, else negative_slope · x.</summary>
        /// <param name="negative_slope">The slope below zero.</param>
        public Tensor leaky_relu(Scalar negative_slope)
        {
            RequireFloat("leaky_relu");
            var slope = negative_slope.ToDouble();
            var y = Pointwise.Unary(
                this, (a, b) => LeakyReluKernel.Forward(a, b, slope), (a, b) => LeakyReluKernel.Forward(a, b, slope));
            if (Records(this))
                new LeakyReluOp(this, slope).Attach(y);
            return y;
        }

        /// <summary>x where positive, else alpha (eˣ − 1).</summary>
        /// <param name="alpha">The depth below zero.</param>
        public Tensor elu(double alpha = 1)
        {
            RequireFloat("elu");
            var y = Pointwise.Unary(this, (a, b) => EluKernel.Forward(a, b, alpha), (a, b) => EluKernel.Forward(a, b, alpha));
            if (Records(this))
                new EluOp(this, alpha).Attach(y);
            return y;
        }

        /// <summary>x kept within bounds.</summary>
        /// <param name="min">The lower bound, if any.</param>
        /// <param name="max">The upper bound, if any.</param>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            if (min is null && max is null)
                throw Throw.Bad("clamp: at least one of min and max must be given");
            var type = Promotion.Result(this, min ?? max!.Value);
            if (max is { } most && Promotion.Result(this, most).Kind() > type.Kind())
                type = Promotion.Result(this, most);
            if (type != dtype)
                return to_type(type).clamp(min, max);
            if (!type.IsFloat())
            {
                var low = min is { } least ? Arithmetic.Apply<MaximumFunction>(this, least, type) : this;
                return max is { } bound ? Arithmetic.Apply<MinimumFunction>(low, bound, type) : low;
            }

            var (from, to) = (min?.ToDouble() ?? double.NegativeInfinity, max?.ToDouble() ?? double.PositiveInfinity);
            var y = Pointwise.Unary(this, (a, b) => ClampKernel.Forward(a, b, from, to), (a, b) => ClampKernel.Forward(a, b, from, to));
            if (Records(this))
                new ClampOp(this, from, to).Attach(y);
            return y;
        }

        /// <summary>x kept within bounds, element by element.</summary>
        /// <param name="min">The lower bounds, if any.</param>
        /// <param name="max">The upper bounds, if any.</param>
        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            if (min is null && max is null)
                throw Throw.Bad("clamp: at least one of min and max must be given");
            var low = min is null ? this : maximum(min);
            return max is null ? low : low.minimum(max);
        }

        /// <summary>At least min.</summary>
        /// <param name="min">The lower bound.</param>
        public Tensor clamp_min(Scalar min) => clamp(min, (Scalar?)null);

        /// <summary>At most max.</summary>
        /// <param name="max">The upper bound.</param>
        public Tensor clamp_max(Scalar max) => clamp((Scalar?)null, max);

        /// <summary>−1, 0 or 1.</summary>
        public Tensor sign() => dtype.IsFloat()
            ? Flat(Pointwise.Unary(this, SignKernel.Forward, SignKernel.Forward))
            : gt(0).to_type(dtype).sub(lt(0).to_type(dtype));

        /// <summary>Rounded down.</summary>
        public Tensor floor() => dtype.IsFloat() ? Flat(Pointwise.Unary(this, FloorKernel.Forward, FloorKernel.Forward)) : clone();

        /// <summary>Rounded up.</summary>
        public Tensor ceil() => dtype.IsFloat() ? Flat(Pointwise.Unary(this, CeilKernel.Forward, CeilKernel.Forward)) : clone();

        /// <summary>Rounded to the nearest integer, halves to the even one.</summary>
        public Tensor round() => dtype.IsFloat() ? Flat(Pointwise.Unary(this, RoundKernel.Forward, RoundKernel.Forward)) : clone();

        /// <summary>The fraction cut.</summary>
        public Tensor trunc() => dtype.IsFloat() ? Flat(Pointwise.Unary(this, TruncKernel.Forward, TruncKernel.Forward)) : clone();

        // Step functions have slope 0 everywhere: the result hangs on its input with a gradient of zero.
        private Tensor Flat(Tensor y)
        {
            if (Records(this))
                new StepOp(this).Attach(y);
            return y;
        }
    }
}
