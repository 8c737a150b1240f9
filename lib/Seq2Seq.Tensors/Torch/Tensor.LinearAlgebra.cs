namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product of two matrices (m, k) and (k, n).</summary>
        /// <param name="target">The second.</param>
        public Tensor mm(Tensor target)
        {
            if (Rank != 2)
                throw Throw.ExpectedRank("mm", "the first matrix", "2", Sizes);
            if (target.Rank != 2)
                throw Throw.ExpectedRank("mm", "the second matrix", "2", target.Sizes);
            return Mm("mm", target);
        }

        /// <summary>The products of two batches of matrices (B, m, k) and (B, k, n).</summary>
        /// <param name="batch2">The second.</param>
        public Tensor bmm(Tensor batch2)
        {
            if (Rank != 3)
                throw Throw.ExpectedRank("bmm", "the first batch", "3", Sizes);
            if (batch2.Rank != 3)
                throw Throw.ExpectedRank("bmm", "the second batch", "3", batch2.Sizes);
            if (Sizes[0] != batch2.Sizes[0])
                throw Throw.BatchSizes("bmm", Sizes, batch2.Sizes);
            return Bmm("bmm", batch2, Sizes, batch2.Sizes);
        }

        /// <summary>The matrix product; vectors count as a row on the left and a column on the right, batches broadcast.</summary>
        /// <param name="target">The second.</param>
        public Tensor matmul(Tensor target)
        {
            if (Rank == 0 || target.Rank == 0)
                throw Throw.Bad($"matmul: {Throw.S(Sizes)} x {Throw.S(target.Sizes)}: both need at least 1 dimension; use mul for numbers");
            if (dtype != target.dtype)
                throw Throw.DifferentTypes("matmul", dtype, target.dtype);
            var inner = target.Sizes[Math.Max(target.Rank - 2, 0)];
            if (Sizes[^1] != inner)
                throw Throw.InnerSizes("matmul", Sizes, target.Sizes, Sizes[^1], inner);
            if (Rank == 2 && target.Rank == 2)
                return Mm("matmul", target);
            if (Rank == 1)
            {
                var row = unsqueeze(0).matmul(target.Rank == 1 ? target.unsqueeze(1) : target);
                return target.Rank == 1 ? row.reshape() : row.squeeze(-2);
            }

            if (target.Rank == 1)
                return matmul(target.unsqueeze(1)).squeeze(-1);

            // One matrix on the right: all rows of the left side at once.
            if (target.Rank == 2)
            {
                var rows = Shapes.Count(Sizes.AsSpan(0, Rank - 1));
                return Reshape(rows, Sizes[^1]).Mm("matmul", target).Reshape(Shapes.Join(Sizes.AsSpan(..^1), [target.Sizes[1]]));
            }

            return BatchedMatmul(target);
        }

        /// <summary>A matrix times a vector.</summary>
        /// <param name="target">The vector.</param>
        public Tensor mv(Tensor target)
        {
            if (Rank != 2)
                throw Throw.ExpectedRank("mv", "the matrix", "2", Sizes);
            if (target.Rank != 1)
                throw Throw.ExpectedRank("mv", "the vector", "1", target.Sizes);
            return matmul(target);
        }

        /// <summary>The sum of the products of two vectors.</summary>
        /// <param name="target">The second.</param>
        public Tensor dot(Tensor target)
        {
            if (Rank != 1 || target.Rank != 1)
                throw Throw.ExpectedRank("dot", "both vectors", "1", Rank != 1 ? Sizes : target.Sizes);
            return matmul(target);
        }

        /// <summary>All products of the elements of two vectors.</summary>
        /// <param name="vec2">The second.</param>
        public Tensor outer(Tensor vec2)
        {
            if (Rank != 1 || vec2.Rank != 1)
                throw Throw.ExpectedRank("outer", "both vectors", "1", Rank != 1 ? Sizes : vec2.Sizes);
            return unsqueeze(1).mul(vec2.unsqueeze(0));
        }

        /// <summary>beta · this + alpha · mat1 mat2.</summary>
        /// <param name="mat1">The first matrix.</param>
        /// <param name="mat2">The second matrix.</param>
        /// <param name="beta">The factor of this.</param>
        /// <param name="alpha">The factor of the product.</param>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Scaled(beta).add(mat1.mm(mat2).Scaled(alpha));

        /// <summary>beta · this + alpha · batch1 batch2.</summary>
        /// <param name="batch1">The first batch.</param>
        /// <param name="batch2">The second batch.</param>
        /// <param name="beta">The factor of this.</param>
        /// <param name="alpha">The factor of the product.</param>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Scaled(beta).add(batch1.bmm(batch2).Scaled(alpha));

        /// <summary>beta · this + alpha · vec1 vec2.</summary>
        /// <param name="vec1">The matrix.</param>
        /// <param name="vec2">The vector.</param>
        /// <param name="beta">The factor of this.</param>
        /// <param name="alpha">The factor of the product.</param>
        public Tensor addmv(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Scaled(beta).add(vec1.mv(vec2).Scaled(alpha));

        private Tensor Scaled(float factor) => factor == 1 ? this : mul(factor);

        private Tensor Mm(string operation, Tensor target)
        {
            if (dtype != target.dtype)
                throw Throw.DifferentTypes(operation, dtype, target.dtype);
            if (Sizes[1] != target.Sizes[0])
                throw Throw.InnerSizes(operation, Sizes, target.Sizes, Sizes[1], target.Sizes[0]);
            var y = Multiplication.Matrices(this, target);
            if (Records(this, target))
                Recorded.Mm(this, target).Attach(y);
            return y;
        }

        private Tensor Bmm(string operation, Tensor target, long[] shownA, long[] shownB)
        {
            if (dtype != target.dtype)
                throw Throw.DifferentTypes(operation, dtype, target.dtype);
            if (Sizes[2] != target.Sizes[1])
                throw Throw.InnerSizes(operation, shownA, shownB, Sizes[2], target.Sizes[1]);
            var y = Multiplication.Batched(this, target);
            if (Records(this, target))
                Recorded.Matmul(this, target).Attach(y);
            return y;
        }

        private Tensor BatchedMatmul(Tensor target)
        {
            var (m, k, n) = (Sizes[^2], Sizes[^1], target.Sizes[^1]);
            var batch = Shapes.Broadcast("matmul", Sizes.AsSpan(0, Rank - 2), target.Sizes.AsSpan(0, target.Rank - 2));
            var count = Shapes.Count(batch);
            var a = Flat(this, batch, count, m, k);
            var b = Flat(target, batch, count, k, n);
            return a.Bmm("matmul", b, Sizes, target.Sizes).Reshape(Shapes.Join(batch, [m, n]));
        }

        // (..., r, c) as (count, r, c); a single matrix stays one, the product uses it for all.
        private static Tensor Flat(Tensor x, long[] batch, long count, long rows, long columns)
        {
            if (Shapes.Count(x.Sizes.AsSpan(0, x.Rank - 2)) == 1)
                return x.reshape(1, rows, columns);
            return x.expand(Shapes.Join(batch, [rows, columns])).reshape(count, rows, columns);
        }
    }
}
