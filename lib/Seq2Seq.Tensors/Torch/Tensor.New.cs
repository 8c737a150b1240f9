namespace Seq2Seq.Tensors;

public static partial class torch
{
    // The forms TorchSharp has: new_ones takes no array there.
    public partial class Tensor
    {
        /// <summary>A new tensor of this type: zeros.</summary>
        /// <param name="sizes">The sizes.</param>
        public Tensor zeros(params long[] sizes) => torch.zeros(sizes, dtype);

        /// <summary>A new tensor of this type: ones.</summary>
        /// <param name="sizes">The sizes.</param>
        public Tensor ones(params long[] sizes) => torch.ones(sizes, dtype);

        /// <summary>A new tensor of this type whose elements mean nothing yet.</summary>
        /// <param name="sizes">The sizes.</param>
        public Tensor empty(params long[] sizes) => torch.empty(sizes, dtype);

        /// <summary>A new tensor of this type: one number.</summary>
        /// <param name="sizes">The sizes.</param>
        /// <param name="value">The number.</param>
        public Tensor full(long[] sizes, Scalar value) => torch.full(sizes, value, dtype);

        /// <summary>A new tensor of this type: zeros.</summary>
        /// <param name="size">The sizes.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros(size, dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: zeros.</summary>
        /// <param name="size">The size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_zeros(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros((long[])[size], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: zeros.</summary>
        /// <param name="rows">The first size.</param>
        /// <param name="columns">The second size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_zeros(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros((long[])[rows, columns], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: zeros.</summary>
        /// <param name="dim0">The first size.</param>
        /// <param name="dim1">The second size.</param>
        /// <param name="dim2">The third size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros((long[])[dim0, dim1, dim2], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: zeros.</summary>
        /// <param name="dim0">The first size.</param>
        /// <param name="dim1">The second size.</param>
        /// <param name="dim2">The third size.</param>
        /// <param name="dim3">The fourth size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.zeros((long[])[dim0, dim1, dim2, dim3], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: ones.</summary>
        /// <param name="size">The size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones((long[])[size], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: ones.</summary>
        /// <param name="rows">The first size.</param>
        /// <param name="columns">The second size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones((long[])[rows, columns], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: ones.</summary>
        /// <param name="dim0">The first size.</param>
        /// <param name="dim1">The second size.</param>
        /// <param name="dim2">The third size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones((long[])[dim0, dim1, dim2], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: ones.</summary>
        /// <param name="dim0">The first size.</param>
        /// <param name="dim1">The second size.</param>
        /// <param name="dim2">The third size.</param>
        /// <param name="dim3">The fourth size.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_ones(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.ones((long[])[dim0, dim1, dim2, dim3], dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: one number.</summary>
        /// <param name="size">The sizes.</param>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full(size, value, dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: one number.</summary>
        /// <param name="size">The size.</param>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full((long[])[size], value, dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: one number.</summary>
        /// <param name="rows">The first size.</param>
        /// <param name="columns">The second size.</param>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full((long[])[rows, columns], value, dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: one number.</summary>
        /// <param name="dim0">The first size.</param>
        /// <param name="dim1">The second size.</param>
        /// <param name="dim2">The third size.</param>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full((long[])[dim0, dim1, dim2], value, dtype ?? this.dtype, device, requires_grad);

        /// <summary>A new tensor of this type: one number.</summary>
        /// <param name="dim0">The first size.</param>
        /// <param name="dim1">The second size.</param>
        /// <param name="dim2">The third size.</param>
        /// <param name="dim3">The fourth size.</param>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; left out, this one's.</param>
        /// <param name="device">The device.</param>
        /// <param name="requires_grad">Gather a gradient?</param>
        public Tensor new_full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            torch.full((long[])[dim0, dim1, dim2, dim3], value, dtype ?? this.dtype, device, requires_grad);
    }
}
