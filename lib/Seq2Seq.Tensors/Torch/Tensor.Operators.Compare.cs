namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Bool: ==, element by element.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        /// <summary>Bool: == a number.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <summary>Bool: a number ==.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        /// <summary>Bool: !=, element by element.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        /// <summary>Bool: != a number.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <summary>Bool: a number !=.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        /// <summary>Bool: &lt;, element by element.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        /// <summary>Bool: &lt; a number.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <summary>Bool: a number &lt;.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        /// <summary>Bool: &lt;=, element by element.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        /// <summary>Bool: &lt;= a number.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <summary>Bool: a number &lt;=.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        /// <summary>Bool: &gt;, element by element.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        /// <summary>Bool: &gt; a number.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <summary>Bool: a number &gt;.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        /// <summary>Bool: &gt;=, element by element.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        /// <summary>Bool: &gt;= a number.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <summary>Bool: a number &gt;=.</summary>
        /// <param name="left">The left side.</param>
        /// <param name="right">The right side.</param>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);
    }
}
