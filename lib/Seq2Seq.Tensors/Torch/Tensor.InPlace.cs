namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>this += target.</summary>
        /// <param name="target">The other.</param>
        public Tensor add_(Tensor target) => BinaryInPlace<AddFunction>("add_", target, x => x.add(target));

        /// <summary>this += alpha · target.</summary>
        /// <param name="target">The other.</param>
        /// <param name="alpha">The factor.</param>
        public Tensor add_(Tensor target, Scalar alpha) => Replace("add_", Promotion.Result(this, target), target, x => x.add(target, alpha));

        /// <summary>this += scalar.</summary>
        /// <param name="scalar">The number.</param>
        public Tensor add_(Scalar scalar) => ScalarInPlace<AddFunction>("add_", scalar, x => x.add(scalar));

        /// <summary>this += alpha · scalar.</summary>
        /// <param name="scalar">The number.</param>
        /// <param name="alpha">The factor.</param>
        public Tensor add_(Scalar scalar, Scalar alpha) => add_(Times(scalar, alpha));

        /// <summary>this −= target.</summary>
        /// <param name="target">The other.</param>
        public Tensor sub_(Tensor target) => BinaryInPlace<SubFunction>("sub_", target, x => x.sub(target));

        /// <summary>this −= scalar.</summary>
        /// <param name="target">The number.</param>
        public Tensor sub_(Scalar target) => ScalarInPlace<SubFunction>("sub_", target, x => x.sub(target));

        /// <summary>this *= target.</summary>
        /// <param name="target">The other.</param>
        public Tensor mul_(Tensor target) => BinaryInPlace<MulFunction>("mul_", target, x => x.mul(target));

        /// <summary>this *= target.</summary>
        /// <param name="target">The number.</param>
        public Tensor mul_(Scalar target) => ScalarInPlace<MulFunction>("mul_", target, x => x.mul(target));

        /// <summary>this /= target.</summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">How to round.</param>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => Replace(
            "div_", DivisionType(Promotion.Result(this, target), rounding_mode), target, x => x.div(target, rounding_mode));

        /// <summary>this /= target.</summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">How to round.</param>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => Replace(
            "div_", DivisionType(Promotion.Result(this, target), rounding_mode), null, x => x.div(target, rounding_mode));

        /// <summary>this = this to a power.</summary>
        /// <param name="exponent">The power.</param>
        public Tensor pow_(Scalar exponent) => Replace("pow_", Promotion.Result(this, exponent), null, x => x.pow(exponent));

        /// <summary>this = −this.</summary>
        public Tensor neg_() => Replace("neg_", dtype, null, x => x.neg());

        /// <summary>this = eᵗʰⁱˢ.</summary>
        public Tensor exp_() => Replace("exp_", Promotion.ToFloat(dtype), null, x => x.exp());

        /// <summary>this = ln this.</summary>
        public Tensor log_() => Replace("log_", Promotion.ToFloat(dtype), null, x => x.log());

        /// <summary>this = √this.</summary>
        public Tensor sqrt_() => Replace("sqrt_", Promotion.ToFloat(dtype), null, x => x.sqrt());

        /// <summary>this = |this|.</summary>
        public Tensor abs_() => Replace("abs_", dtype, null, x => x.abs());

        /// <summary>this = tanh this.</summary>
        public Tensor tanh_() => Replace("tanh_", Promotion.ToFloat(dtype), null, x => x.tanh());

        /// <summary>this = 1 / (1 + e⁻ᵗʰⁱˢ).</summary>
        public Tensor sigmoid_() => Replace("sigmoid_", Promotion.ToFloat(dtype), null, x => x.sigmoid());

        /// <summary>this = max(this, 0).</summary>
        public Tensor relu_() => Replace("relu_", dtype, null, x => x.relu());

        /// <summary>this kept within bounds.</summary>
        /// <param name="min">The lower bound, if any.</param>
        /// <param name="max">The upper bound, if any.</param>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Replace("clamp_", dtype, null, x => x.clamp(min, max));

        /// <summary>A constant where the mask holds.</summary>
        /// <param name="mask">The mask.</param>
        /// <param name="value">The constant.</param>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Replace("masked_fill_", dtype, null, x => x.masked_fill(mask, value));

        /// <summary>Every element becomes the number.</summary>
        /// <param name="value">The number.</param>
        public Tensor fill_(Scalar value)
        {
            InPlace.CheckFill("fill_", this);
            Copying.Fill(this, value);
            InPlace.Changed(this, null);
            return this;
        }

        /// <summary>Every element becomes zero.</summary>
        public Tensor zero_() => fill_(0);

        /// <summary>Takes the elements of another tensor, stretched and converted.</summary>
        /// <param name="source">The other.</param>
        /// <param name="nonBlocking">Has no meaning here.</param>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            InPlace.Check("copy_", this);
            if (!Shapes.Broadcast("copy_", Sizes, source.Sizes).AsSpan().SequenceEqual(Sizes))
                throw Throw.InPlaceShape("copy_", Sizes, source.Sizes);
            if (Records(this, source))
            {
                using var fitted = source.to(dtype).expand(Sizes).clone();
                return InPlace.Take(this, fitted.Alias());
            }

            using var overlapping = ReferenceEquals(source.Storage, Storage) ? source.Dense(forceCopy: true) : source.Handle();
            Copying.Copy(overlapping, this);
            Storage.Version++;
            return this;
        }

        /// <summary>Adds without any checks or history: for gradients and optimisers.</summary>
        internal void AddScaledRaw(Tensor x, double alpha)
        {
            if (alpha != 1)
            {
                using var scope = NewDisposeScope();
                AddScaledRaw(x.mul(alpha), 1);
                return;
            }

            Arithmetic.Into<AddFunction>(this, this, x);
        }

        private static ScalarType DivisionType(ScalarType type, RoundingMode mode) =>
            mode == RoundingMode.None ? Promotion.ToFloat(type) : type;

        private Tensor BinaryInPlace<TFunction>(string operation, Tensor target, Func<Tensor, Tensor> recorded)
            where TFunction : struct, IArithmetic
        {
            var type = Promotion.Result(this, target);
            if (type != dtype || Records(this, target) || ReferenceEquals(Storage, target.Storage))
                return Replace(operation, type, target, recorded);
            CheckInPlace(operation, type, target);
            Arithmetic.Into<TFunction>(this, this, target);
            Storage.Version++;
            return this;
        }

        private Tensor ScalarInPlace<TFunction>(string operation, Scalar value, Func<Tensor, Tensor> recorded)
            where TFunction : struct, IArithmetic
        {
            var type = Promotion.Result(this, value);
            if (type != dtype || Records(this))
                return Replace(operation, type, null, recorded);
            CheckInPlace(operation, type, null);
            Arithmetic.Into<TFunction>(this, this, value);
            Storage.Version++;
            return this;
        }

        private void CheckInPlace(string operation, ScalarType type, Tensor? other)
        {
            InPlace.Check(operation, this);
            if (!Promotion.CanStore(type, dtype))
                throw Throw.InPlaceType(operation, type, dtype);
            if (other is null)
                return;
            var result = Shapes.Broadcast(operation, Sizes, other.Sizes);
            if (!result.AsSpan().SequenceEqual(Sizes))
                throw Throw.InPlaceShape(operation, Sizes, result);
        }

        // Computes the result as a new tensor and puts it in place; when recording, from a copy of the old elements.
        private Tensor Replace(string operation, ScalarType type, Tensor? other, Func<Tensor, Tensor> compute)
        {
            CheckInPlace(operation, type, other);
            if (!(other is null ? Records(this) : Records(this, other)))
            {
                using var noGrad = no_grad();
                using var result = compute(this);
                Copying.Copy(result, this);
                Storage.Version++;
                return this;
            }

            var before = Uninitialized(Sizes, dtype);
            Copying.Copy(this, before);
            if (CurrentSlot is { } slot)
                before.SetSlot(slot);
            return InPlace.Take(this, compute(before));
        }
    }
}
