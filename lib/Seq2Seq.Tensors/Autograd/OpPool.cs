using System.Runtime.CompilerServices;

namespace Seq2Seq.Tensors;

/// <summary>Operations of one type, made on one thread, that nobody can reach any more: they wait to be recorded again.</summary>
internal sealed class OpPool
{
    private const int MostWaiting = 4096;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private Op? _first;
    private int _count;

    /// <summary>An op of this thread, before its constructor: one that was used before, else room for a new one.</summary>
    public static TOp Take<TOp>()
        where TOp : Op => Unsafe.As<TOp>((Of<TOp>.t_pool ??= new OpPool()).Take(typeof(TOp)));

    public void Give(Op op)
    {
        if (_count >= MostWaiting || _thread != Environment.CurrentManagedThreadId)
            return;
        (op.Next, _first) = (_first, op);
        _count++;
    }

    private Op Take(Type type)
    {
        if (_first is not { } op)
        {
            op = (Op)RuntimeHelpers.GetUninitializedObject(type);
            op.Home = this;
            return op;
        }

        (_first, op.Next) = (op.Next, null);
        _count--;
        return op;
    }

    private static class Of<TOp>
    {
        [ThreadStatic]
        public static OpPool? t_pool;
    }
}
