using System.Globalization;

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

        /// <summary>The same elements in another type; the same memory if it is that type already.</summary>
        /// <param name="type">The type.</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            CheckAlive();
            Tensor result;
            if (type == dtype)
            {
                result = copy ? clone() : Alias();
            }
            else
            {
                result = Uninitialized(Sizes, type);
                Copying.Copy(this, result);
                if (type.IsFloat() && Records(this))
                    new ConvertOp(this).Attach(result);
            }

            if (disposeAfter)
                Dispose();
            return result;
        }

        /// <summary>The same elements in another type; the same memory if it is that type already.</summary>
        /// <param name="type">The type.</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The same elements on a device: the processor.</summary>
        /// <param name="device">The device.</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(dtype, copy, disposeAfter, non_blocking);

        /// <summary>The same elements on a device and in another type.</summary>
        /// <param name="device">The device.</param>
        /// <param name="type">The type.</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(Device device, ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The same elements on a device and in another type.</summary>
        /// <param name="type">The type.</param>
        /// <param name="device">The device.</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        /// <summary>The same elements on a device: the processor.</summary>
        /// <param name="deviceType">The kind of device.</param>
        /// <param name="deviceIndex">Its number.</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The same elements on a device: the processor.</summary>
        /// <param name="device">Such as "cpu".</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        /// <summary>The same elements with the type (and device) of another tensor.</summary>
        /// <param name="other">The other.</param>
        /// <param name="copy">Copy in any case.</param>
        /// <param name="disposeAfter">Dispose this one.</param>
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(Tensor other, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(other.dtype, copy, disposeAfter, non_blocking);

        /// <summary>The same elements in another type.</summary>
        /// <param name="dtype">The type.</param>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>The same elements in another type.</summary>
        /// <param name="typeFunc">A conversion such as <c>t => t.@long()</c>.</param>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <summary>The same elements with the type of another tensor.</summary>
        /// <param name="other">The other.</param>
        public Tensor type_as(Tensor other) => to_type(other.dtype);

        /// <summary>The same elements on the processor.</summary>
        public Tensor cpu() => to_type(dtype);

        /// <summary>Always an error that names the TorchSharp switch.</summary>
        public Tensor cuda() => to(CUDA);

        /// <summary>As Float32.</summary>
        public Tensor @float() => to_type(ScalarType.Float32);

        /// <summary>As Float64.</summary>
        public Tensor @double() => to_type(ScalarType.Float64);

        /// <summary>As Int64.</summary>
        public Tensor @long() => to_type(ScalarType.Int64);

        /// <summary>As Int32.</summary>
        public Tensor @int() => to_type(ScalarType.Int32);

        /// <summary>As Int16.</summary>
        public Tensor @short() => to_type(ScalarType.Int16);

        /// <summary>As Byte.</summary>
        public Tensor @byte() => to_type(ScalarType.Byte);

        /// <summary>As Bool: true where not zero.</summary>
        public Tensor @bool() => to_type(ScalarType.Bool);

        /// <summary>Another handle on the same tensor.</summary>
        public Tensor alias() => Alias();

        /// <summary>A copy of the elements, contiguous, with a history.</summary>
        public Tensor clone()
        {
            CheckAlive();
            var copy = Uninitialized(Sizes, dtype);
            Copying.Copy(this, copy);
            if (Records(this))
                new CloneOp(this).Attach(copy);
            return copy;
        }

        /// <summary>The same elements in row-major order without gaps; the same memory if they already lie so.</summary>
        public Tensor contiguous()
        {
            CheckAlive();
            return Contiguous ? Alias() : clone();
        }

        /// <summary>A raw unscoped handle in another type, for reading.</summary>
        internal Tensor Cast(ScalarType type)
        {
            if (type == dtype)
                return Handle();
            var result = Uninitialized(Sizes, type, scoped: false);
            Copying.Copy(this, result);
            return result;
        }

        /// <summary>All but the last dimension, and the last, as a matrix.</summary>
        internal (int Rows, int Columns) RowsAndColumns()
        {
            var columns = Rank == 0 ? 1 : (int)Sizes[^1];
            return (columns == 0 ? 0 : (int)(Count / columns), columns);
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

        internal string DebugText => IsInvalid ? "disposed" : ToString() + ", " + FirstValues(8);

        internal string FirstValues(int count)
        {
            using var flat = Dense();
            var n = (int)Math.Min(count, flat.Count);
            var parts = new string[n];
            for (var i = 0; i < n; i++)
            {
                using var element = flat.AsStridedUnscoped(new Geometry([], [], flat.Offset + i));
                parts[i] = dtype.IsFloat()
                    ? element.ToScalar().ToDouble().ToString("g5", CultureInfo.InvariantCulture)
                    : element.ToScalar().ToString();
            }

            return "{ " + string.Join(", ", parts) + (n < flat.Count ? ", ... }" : " }");
        }

        internal Tensor AsStridedUnscoped(Geometry geometry)
        {
            Storage.Retain();
            return new Tensor(_storage!, geometry.Sizes, geometry.Strides, geometry.Offset, _type, scoped: false);
        }
    }
}

/// <summary>Conversions that TorchSharp gives as extensions.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The one element as a 32-bit floating-point number.</summary>
    /// <param name="value">The tensor.</param>
    public static float ToSingle(this torch.Tensor value) => Check(value).ToScalar().ToSingle();

    /// <summary>The one element as a 64-bit floating-point number.</summary>
    /// <param name="value">The tensor.</param>
    public static double ToDouble(this torch.Tensor value) => Check(value).ToScalar().ToDouble();

    /// <summary>The one element as a 64-bit integer.</summary>
    /// <param name="value">The tensor.</param>
    public static long ToInt64(this torch.Tensor value) => Check(value).ToScalar().ToInt64();

    /// <summary>The one element as a 32-bit integer.</summary>
    /// <param name="value">The tensor.</param>
    public static int ToInt32(this torch.Tensor value) => Check(value).ToScalar().ToInt32();

    /// <summary>The one element, true unless zero.</summary>
    /// <param name="value">The tensor.</param>
    public static bool ToBoolean(this torch.Tensor value) => Check(value).ToScalar().ToBoolean();

    /// <summary>A parameter in the tensor's place; the tensor is invalid afterwards.</summary>
    /// <param name="tensor">The tensor.</param>
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>A plain number.</summary>
    /// <param name="value">The number.</param>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>A truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static Scalar ToScalar(this bool value) => value;

    private static torch.Tensor Check(torch.Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
