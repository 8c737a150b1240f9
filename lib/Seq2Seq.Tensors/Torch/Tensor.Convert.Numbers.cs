namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The one element, as exactly its own type.</summary>
        /// <typeparam name="T">float, double, long, int, bool, ...: the type that belongs to <see cref="dtype"/>.</typeparam>
        public unsafe T item<T>()
            where T : unmanaged
        {
            if (numel() != 1)
                throw Throw.NotOneElement(Sizes);
            if (ElementTypes.Of(typeof(T)) != dtype)
                throw Throw.WrongElementType(typeof(T), dtype);
            var value = *(T*)Pointer;
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The one element as a plain number.</summary>
        public unsafe Scalar ToScalar()
        {
            if (numel() != 1)
                throw Throw.NotOneElementToScalar(Count);
            Scalar value = dtype switch
            {
                ScalarType.Float32 => *(float*)Pointer,
                ScalarType.Float64 => *(double*)Pointer,
                ScalarType.Int64 => *(long*)Pointer,
                ScalarType.Int32 => *(int*)Pointer,
                ScalarType.Int16 => *(short*)Pointer,
                ScalarType.Int8 => *(sbyte*)Pointer,
                ScalarType.Byte => *Pointer,
                _ => *Pointer != 0,
            };
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The elements, in row-major order, to be read and written.</summary>
        /// <typeparam name="T">The type that belongs to <see cref="dtype"/>.</typeparam>
        public Utils.TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            if (ElementTypes.Of(typeof(T)) != dtype)
                throw Throw.WrongElementType(typeof(T), dtype);
            return new Utils.TensorAccessor<T>(this);
        }

        /// <summary>A number becomes a tensor without dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A number becomes a tensor without dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(sbyte value) => tensor(value);

        /// <summary>A number becomes a tensor without dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(short value) => tensor(value);

        /// <summary>A number becomes a tensor without dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A number becomes a tensor without dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A number becomes a tensor without dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A number becomes a tensor without dimensions.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A truth value becomes a tensor without dimensions.</summary>
        /// <param name="value">The truth value.</param>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(sbyte[] value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(short[] value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A copy of an array as a tensor of one dimension.</summary>
        /// <param name="value">The elements.</param>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A plain number becomes a tensor without dimensions. Where both fit, the number is taken as it is.</summary>
        /// <param name="value">The number.</param>
        public static implicit operator Tensor(Scalar value) => torch.full([], value, value.Type.IsFloat() ? get_default_dtype() : value.Type);

        /// <summary>The one element, converted.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>The one element, converted.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>The one element, converted.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>The one element, converted.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>The one element, converted.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator short(Tensor value) => value.ToScalar().ToInt16();

        /// <summary>The one element, converted.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator sbyte(Tensor value) => value.ToScalar().ToSByte();

        /// <summary>The one element, converted.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator byte(Tensor value) => value.ToScalar().ToByte();

        /// <summary>The one element, true unless zero.</summary>
        /// <param name="value">The tensor.</param>
        public static explicit operator bool(Tensor value) => value.ToBoolean();
    }
}
