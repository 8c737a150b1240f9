using System.Text;

namespace Seq2Seq.Tensors;

/// <summary>Writes tensors as text, in the styles and letter by letter as TorchSharp does.</summary>
internal sealed class TensorText
{
    private readonly PrintOptions _options;
    private readonly torch.Tensor _tensor;
    private readonly string[] _elements;
    private readonly long[] _sizes;
    private readonly StringBuilder _text = new();

    private TensorText(torch.Tensor tensor, PrintOptions options, string suffix)
    {
        _tensor = tensor;
        _options = options;
        _sizes = tensor.shape;
        _elements = Elements(tensor, options, suffix);
    }

    public static string Julia(torch.Tensor tensor, PrintOptions options) => new TensorText(tensor, options, "").Julia();

    public static string Numpy(torch.Tensor tensor, PrintOptions options) => new TensorText(tensor, options, "").Numpy();

    public static string CSharp(torch.Tensor tensor, PrintOptions options) =>
        tensor.Rank == 0 ? Julia(tensor, options) : new TensorText(tensor, options, Suffix(tensor.dtype)).CSharp();

    private static string Suffix(torch.ScalarType type) =>
        type == torch.ScalarType.Float32 ? "f" : type == torch.ScalarType.Int64 ? "L" : "";

    private static string[] Elements(torch.Tensor tensor, PrintOptions options, string suffix)
    {
        using var dense = tensor.Dense();
        var culture = options.Culture;
        var format = options.FloatFormat;
        return tensor.dtype switch
        {
            torch.ScalarType.Float32 => Map<float>(x => x.ToString(format, culture)),
            torch.ScalarType.Float64 => Map<double>(x => x.ToString(format, culture)),
            torch.ScalarType.Int64 => Map<long>(x => x.ToString(culture)),
            torch.ScalarType.Int32 => Map<int>(x => x.ToString(culture)),
            torch.ScalarType.Int16 => Map<short>(x => x.ToString(culture)),
            torch.ScalarType.Int8 => Map<sbyte>(x => x.ToString(culture)),
            torch.ScalarType.Byte => Map<byte>(x => x.ToString(culture)),
            _ => Map<byte>(x => x != 0 ? "True" : "False"),
        };

        string[] Map<T>(Func<T, string> write)
            where T : unmanaged
        {
            var source = dense.Span<T>();
            var result = new string[source.Length];
            for (var i = 0; i < result.Length; i++)
                result[i] = write(source[i]) + suffix;
            return result;
        }
    }

    private string Julia()
    {
        _text.Append(_tensor.ToString());
        if (_sizes.Length == 0)
            return _text.Append(", value = ").Append(_elements[0]).ToString();
        _text.Append(_options.NewLine);
        if (_sizes.Length == 1)
        {
            Row(0, (int)_sizes[0], null);
            return _text.ToString();
        }

        var (rows, columns) = ((int)_sizes[^2], (int)_sizes[^1]);
        var slices = (int)Shapes.Count(_sizes.AsSpan(0, _sizes.Length - 2));
        for (var slice = 0; slice < slices; slice++)
        {
            if (slice > 0)
                _text.Append(_options.NewLine);
            if (_sizes.Length > 2)
                Title(slice);
            Slice(slice * rows * columns, rows, columns);
        }

        return _text.ToString();
    }

    private void Title(int slice)
    {
        var index = new string[_sizes.Length - 2];
        for (var d = index.Length - 1; d >= 0; d--)
        {
            index[d] = Throw.N(slice % _sizes[d]);
            slice /= (int)_sizes[d];
        }

        _text.Append('[').AppendJoin(',', index).Append(",..,..] =").Append(_options.NewLine);
    }

    private void Slice(int start, int rows, int columns)
    {
        var widths = new int[columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                widths[j] = Math.Max(widths[j], _elements[start + (i * columns) + j].Length);
        }

        for (var i = 0; i < rows; i++)
            Row(start + (i * columns), columns, widths);
    }

    // Each value has a blank before it; a row that is too long ends with " ...".
    private void Row(int start, int count, int[]? widths)
    {
        const string more = " ...";
        var length = 0;
        var whole = 0;
        for (var j = 0; j < count; j++)
            whole += 1 + (widths?[j] ?? _elements[start + j].Length);
        for (var j = 0; j < count; j++)
        {
            var width = widths?[j] ?? _elements[start + j].Length;
            if (whole > _options.Width && length + 1 + width > _options.Width - more.Length)
            {
                _text.Append(more);
                break;
            }

            _text.Append(' ').Append(_elements[start + j].PadLeft(width));
            length += 1 + width;
        }

        _text.Append(_options.NewLine);
    }

    private string Numpy()
    {
        if (_sizes.Length == 0)
            return _elements[0];
        Nested(0, 0, '[', ']', ", ", "");
        return _text.ToString();
    }

    private string CSharp()
    {
        var type = _tensor.dtype switch
        {
            torch.ScalarType.Float32 => "float",
            torch.ScalarType.Float64 => "double",
            torch.ScalarType.Int64 => "long",
            torch.ScalarType.Int32 => "int",
            torch.ScalarType.Int16 => "short",
            torch.ScalarType.Int8 => "sbyte",
            torch.ScalarType.Byte => "byte",
            _ => "bool",
        };
        var name = type + " [" + new string(',', _sizes.Length - 1) + "] ";
        _text.Append(_tensor.ToString()).Append(", value = ");
        if (_sizes.Length == 1)
        {
            _text.Append(name);
            Nested(0, 0, '{', '}', ", ", "");
            return _text.ToString();
        }

        _text.Append(_options.NewLine).Append(name).Append('{').Append(_options.NewLine).Append(' ');
        var inner = Shapes.Count(_sizes.AsSpan(1));
        Items((int)_sizes[0], _options.MaxRows, "," + _options.NewLine + " ", i => Nested(1, (int)(i * inner), '{', '}', ", ", ","));
        return _text.Append(_options.NewLine).Append('}').ToString();
    }

    // Items of n dimensions are n lines apart, each line indented by its depth.
    private void Nested(int depth, int start, char open, char close, string comma, string lineComma)
    {
        _text.Append(open);
        var last = depth == _sizes.Length - 1;
        if (last)
        {
            Values(start, (int)_sizes[depth], comma);
        }
        else
        {
            var inner = (int)Shapes.Count(_sizes.AsSpan(depth + 1));
            var lines = lineComma.Length > 0 ? 1 : _sizes.Length - depth - 1;
            var separator = lineComma + string.Concat(Enumerable.Repeat(_options.NewLine, lines)) + new string(' ', depth + 1);
            Items((int)_sizes[depth], _options.MaxRows, separator, i => Nested(depth + 1, start + (i * inner), open, close, comma, lineComma));
        }

        _text.Append(close);
    }

    private void Values(int start, int count, string comma)
    {
        var (head, tail) = Ends(count, _options.MaxColumns);
        for (var i = 0; i < head; i++)
            _text.Append(i > 0 ? comma : "").Append(_elements[start + i]);
        if (head + tail == count)
            return;
        _text.Append(comma).Append("...");
        for (var i = count - tail; i < count; i++)
            _text.Append(i > count - tail ? comma : " ").Append(_elements[start + i]);
    }

    private void Items(int count, int most, string separator, Action<int> write)
    {
        var (head, tail) = Ends(count, most);
        for (var i = 0; i < head; i++)
        {
            if (i > 0)
                _text.Append(separator);
            write(i);
        }

        if (head + tail == count)
            return;
        _text.Append(separator).Append("...");
        for (var i = count - tail; i < count; i++)
        {
            _text.Append(separator);
            write(i);
        }
    }

    // How many are written before and after "...".
    private static (int Head, int Tail) Ends(int count, int most) => count <= most ? (count, 0) : ((most + 1) / 2, most / 2);
}
