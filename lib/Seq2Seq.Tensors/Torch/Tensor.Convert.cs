using System.Globalization;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
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
                    Recorded.Convert(this).Attach(result);
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
        /// <param name="non_blocking">Has no meaning here.</param>
        public Tensor to(Tensor other, bool non_blocking = false) => to_type(other.dtype, non_blocking: non_blocking);

        /// <summary>The same elements in another type.</summary>
        /// <param name="dtype">The type.</param>
        public Tensor type(ScalarType dtype) => to_type(dtype);

        /// <summary>The same elements in another type.</summary>
        /// <param name="typeFunc">A conversion such as <c>t => t.@long()</c>.</param>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <summary>The same elements with the type of another tensor.</summary>
        /// <param name="tensor">The tensor.</param>
        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

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
                Recorded.Clone(this).Attach(copy);
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
            return New(_storage!, geometry.Sizes, geometry.Strides, geometry.Offset, _type, scoped: false);
        }
    }
}
