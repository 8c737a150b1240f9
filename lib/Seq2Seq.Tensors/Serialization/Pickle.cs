using System.Buffers.Binary;
using System.Text;

namespace Seq2Seq.Tensors.Serialization;

/// <summary>
/// Reads the few opcodes of Python's pickle that PyTorch writes for tensors, as plain records: nothing is looked up, made or
/// called, and nothing is larger than the bytes it was read from.
/// </summary>
/// <remarks>Opcodes as in Python's pickletools; anything else is an error.</remarks>
internal ref struct Pickle
{
    private static readonly object s_mark = new();
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly List<object?> _stack = [];
    private readonly Dictionary<int, object?> _memo = [];
    private int _at;

    private Pickle(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>A class or function by name.</summary>
    public sealed record Name(string Module, string Member);

    /// <summary>A function that would have been called.</summary>
    public sealed record Call(Name Function, object?[] Arguments);

    /// <summary>A thing kept outside of the pickle.</summary>
    public sealed record Outside(object? Key);

    /// <summary>An object with its state.</summary>
    public sealed class Made
    {
        public object? State { get; set; }
    }

    public static object? Read(ReadOnlySpan<byte> bytes)
    {
        var pickle = new Pickle(bytes);
        while (true)
        {
            var op = pickle.Byte();
            if (op == '.')
                return pickle.Pop();
            pickle.Do(op);
        }
    }

    private void Do(byte op)
    {
        switch (op)
        {
            case 0x80: Byte(); break;
            case (byte)'c': Push(new Name(Line(), Line())); break;
            case (byte)'q': _memo[Byte()] = Top(); break;
            case (byte)'r': _memo[Int()] = Top(); break;
            case (byte)'h': Push(Remembered(Byte())); break;
            case (byte)'j': Push(Remembered(Int())); break;
            case (byte)'(': Push(s_mark); break;
            case (byte)'N': Push(null); break;
            case 0x88: Push(true); break;
            case 0x89: Push(false); break;
            case (byte)'K': Push((long)Byte()); break;
            case (byte)'M': Push((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2))); break;
            case (byte)'J': Push((long)Int()); break;
            case 0x8a: Push(Long(Take(Byte()))); break;
            case (byte)'X': Push(Encoding.UTF8.GetString(Take(Int()))); break;
            case (byte)')': Push(Array.Empty<object?>()); break;
            case (byte)'t': Push(ToMark()); break;
            case 0x85: Push(Last(1)); break;
            case 0x86: Push(Last(2)); break;
            case 0x87: Push(Last(3)); break;
            case (byte)'}': Push(new Dictionary<string, object?>()); break;
            case (byte)'s': Put(Last(2)); break;
            case (byte)'u': Put(ToMark()); break;
            case (byte)'Q': Push(new Outside(Pop())); break;
            case 0x81: Pop(); Pop(); Push(new Made()); break;
            case (byte)'R': CallOf(Pop(), Pop()); break;
            case (byte)'b': SetState(Pop()); break;
            default: throw new InvalidDataException($"pickle opcode 0x{op:x2} has no place in a tensor's file");
        }
    }

    private void CallOf(object? arguments, object? function) => Push(new Call(
        function as Name ?? throw Damaged(), arguments as object?[] ?? throw Damaged()));

    private void SetState(object? state)
    {
        if (Top() is Made made)
            made.State = state;
        else if (Top() is not Call)
            throw Damaged();
    }

    private void Put(object?[] pairs)
    {
        if (pairs.Length % 2 != 0 || Top() is not Dictionary<string, object?> target)
            throw Damaged();
        for (var i = 0; i < pairs.Length; i += 2)
            target[pairs[i] as string ?? throw Damaged()] = pairs[i + 1];
    }

    private object?[] ToMark()
    {
        var mark = _stack.FindLastIndex(item => ReferenceEquals(item, s_mark));
        if (mark < 0)
            throw Damaged();
        var items = _stack[(mark + 1)..].ToArray();
        _stack.RemoveRange(mark, _stack.Count - mark);
        return items;
    }

    private object?[] Last(int count)
    {
        if (_stack.Count < count)
            throw Damaged();
        var items = _stack[^count..].ToArray();
        _stack.RemoveRange(_stack.Count - count, count);
        return items;
    }

    private void Push(object? value) => _stack.Add(value);

    private object? Pop() => Last(1)[0];

    private object? Top() => _stack.Count > 0 ? _stack[^1] : throw Damaged();

    private object? Remembered(int index) => _memo.TryGetValue(index, out var value) ? value : throw Damaged();

    private byte Byte() => Take(1)[0];

    private int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private static long Long(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > 8)
            throw Damaged();
        var value = (long)(sbyte)bytes[^1];
        for (var i = bytes.Length - 2; i >= 0; i--)
            value = (value << 8) | bytes[i];
        return value;
    }

    private string Line()
    {
        var length = _bytes[_at..].IndexOf((byte)'\n');
        if (length < 0)
            throw Damaged();
        var text = Encoding.UTF8.GetString(Take(length));
        _at++;
        return text;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _bytes.Length - _at)
            throw Damaged();
        _at += count;
        return _bytes.Slice(_at - count, count);
    }

    private static InvalidDataException Damaged() => new("its pickle is damaged");
}
