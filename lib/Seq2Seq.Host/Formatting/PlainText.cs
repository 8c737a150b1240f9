using System.Collections;
using System.Globalization;
using System.Text;

namespace Seq2Seq.Host.Formatting;

/// <summary>Values as text: scalars as they are, sequences in brackets, objects as their members.</summary>
internal static class PlainText
{
    /// <summary>Sequences end here, with a count of what is left.</summary>
    public const int SequenceLimit = 20;

    private const int DepthLimit = 4;

    /// <summary>The text of any value.</summary>
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth)
    {
        if (Scalar.Of(value) is { } scalar)
        {
            text.Append(scalar);
            return;
        }
        var type = value!.GetType();
        if (value is Exception exception) text.Append(ExceptionText(exception));
        else if (value is Task task) WriteTask(text, task, depth);
        else if (Members.IsTuple(value, out var tuple)) WriteTuple(text, tuple, depth);
        else if (depth >= DepthLimit) text.Append(Safely(value));
        else if (Members.Entries(value) is { } entries) WriteEntries(text, entries, CountOf(value), depth);
        else if (value is Array { Rank: > 1 } array) text.Append(GridText(array));
        else if (value is IEnumerable sequence && !(Members.HasOwnText(type) && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true))
            WriteSequence(text, sequence, depth);
        else if (Members.HasOwnText(type) && !TypeNamesAnonymous(type)) text.Append(Safely(value));
        else WriteMembers(text, value, depth);
    }

    /// <summary>An exception's type, message and what lies inside.</summary>
    public static string ExceptionText(Exception exception)
    {
        var text = new StringBuilder();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (text.Length > 0) text.Append("\n ---> ");
            text.Append(Scripting.TypeNames.Short(current.GetType())).Append(": ").Append(current.Message);
        }
        return text.ToString();
    }

    /// <summary>How many elements there are, where the sequence can tell without being walked; -1 otherwise.</summary>
    public static int CountOf(object value)
    {
        if (value is ICollection collection) return collection.Count;
        var counted = value.GetType().GetInterfaces().FirstOrDefault(face => face.IsGenericType
            && (face.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || face.GetGenericTypeDefinition() == typeof(ICollection<>)));
        return counted?.GetProperty("Count")?.GetValue(value) is int count ? count : -1;
    }

    /// <summary>What stands behind the last element shown.</summary>
    public static string More(int count) => count < 0 ? "(more...)" : string.Create(CultureInfo.InvariantCulture, $"({count - SequenceLimit} more)");

    /// <summary>The value's own text, or what it threw.</summary>
    public static string Safely(object value)
    {
        try
        {
            return value.ToString() ?? "";
        }
#pragma warning disable CA1031 // ToString is the cell's own code.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Members.Failed(exception).ToString();
        }
    }

    private static bool TypeNamesAnonymous(Type type) => Scripting.TypeNames.IsAnonymous(type);

    private static void WriteTask(StringBuilder text, Task task, int depth)
    {
        text.Append(TaskName(task));
        if (task.IsFaulted) text.Append(": ").Append(ExceptionText(task.Exception!.InnerException ?? task.Exception));
        else if (TaskResult(task, out var result))
        {
            text.Append(": ");
            Write(text, result, depth + 1);
        }
    }

    /// <summary>Kind and state of a task.</summary>
    public static string TaskName(Task task) => $"{(TaskType(task) is { } type ? Scripting.TypeNames.Short(type) : "Task")} ({task.Status})";

    /// <summary>The result of a task that has one by now.</summary>
    public static bool TaskResult(Task task, out object? result)
    {
        result = task.IsCompletedSuccessfully && TaskType(task) is { } type ? type.GetProperty("Result")!.GetValue(task) : null;
        return task.IsCompletedSuccessfully && TaskType(task) is not null;
    }

    private static Type? TaskType(Task task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && type.GetGenericArguments()[0].Name != "VoidTaskResult") return type;
        }
        return null;
    }

    private static void WriteTuple(StringBuilder text, System.Runtime.CompilerServices.ITuple tuple, int depth)
    {
        text.Append('(');
        for (var i = 0; i < tuple.Length; i++)
        {
            if (i > 0) text.Append(", ");
            Write(text, tuple[i], depth + 1);
        }
        text.Append(')');
    }

    private static void WriteSequence(StringBuilder text, IEnumerable sequence, int depth)
    {
        text.Append("[ ");
        var index = 0;
        foreach (var element in sequence)
        {
            if (index > 0) text.Append(", ");
            if (index++ == SequenceLimit)
            {
                text.Append("... ").Append(More(CountOf(sequence)));
                break;
            }
            Write(text, element, depth + 1);
        }
        text.Append(index == 0 ? "]" : " ]");
    }

    private static void WriteEntries(StringBuilder text, IEnumerable<(object? Key, object? Value)> entries, int count, int depth)
    {
        text.Append("{ ");
        var index = 0;
        foreach (var (key, value) in entries)
        {
            if (index > 0) text.Append(", ");
            if (index++ == SequenceLimit)
            {
                text.Append("... ").Append(More(count));
                break;
            }
            Write(text, key, depth + 1);
            text.Append(": ");
            Write(text, value, depth + 1);
        }
        text.Append(index == 0 ? "}" : " }");
    }

    private static void WriteMembers(StringBuilder text, object value, int depth)
    {
        var members = Members.Of(value.GetType());
        var name = TypeNamesAnonymous(value.GetType()) ? "" : Scripting.TypeNames.Short(value.GetType()) + " ";
        if (members.Length == 0)
        {
            text.Append(name.TrimEnd());
            return;
        }
        text.Append(name).Append("{ ");
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0) text.Append(", ");
            text.Append(members[i].Name).Append(" = ");
            Write(text, Members.Read(members[i].Read, value), depth + 1);
        }
        text.Append(" }");
    }

    private static string GridText(Array array)
    {
        if (array.Rank > 2) return $"{Scripting.TypeNames.Short(array.GetType())} ({string.Join(" x ", Enumerable.Range(0, array.Rank).Select(array.GetLength))})";
        var text = new StringBuilder("[");
        var rows = Math.Min(array.GetLength(0), SequenceLimit);
        var columns = Math.Min(array.GetLength(1), SequenceLimit);
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? " [ " : ",\n  [ ");
            text.AppendJoin(", ", Enumerable.Range(0, columns).Select(column => Of(array.GetValue(row + array.GetLowerBound(0), column + array.GetLowerBound(1)))));
            text.Append(columns < array.GetLength(1) ? ", ... " + More(array.GetLength(1)) + " ]" : " ]");
        }
        if (rows < array.GetLength(0)) text.Append(",\n  ... ").Append(More(array.GetLength(0)));
        return text.Append(" ]").ToString();
    }
}
