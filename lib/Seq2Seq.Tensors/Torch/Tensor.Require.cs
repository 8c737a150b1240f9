namespace Seq2Seq.Tensors;

public static partial class torch
{
    public partial class Tensor
    {
        internal void RequireFloatArgument(string operation)
        {
            if (!dtype.IsFloat())
                throw new ArgumentException(Throw.NotAFloat(operation, dtype).Message);
        }

        internal void RequireFloat(string operation)
        {
            if (!dtype.IsFloat())
                throw Throw.NotAFloat(operation, dtype);
        }
    }
}
