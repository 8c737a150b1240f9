using System.Text.Json;
using Seq2Seq.Host.Scripting;

namespace Seq2Seq.Host.Jupyter;

/// <summary>Shows on iopub what one cell shows.</summary>
internal sealed class CellSink(IoPub ioPub, byte[] parentHeader, int number, bool isSilent) : IOutputSink
{
    /// <summary>The text of the cell's result, for the history.</summary>
    public string? ResultText { get; private set; }

    /// <summary>An error was shown.</summary>
    public bool HasError { get; private set; }

    /// <inheritdoc/>
    public void Write(CellOutput output)
    {
        switch (output)
        {
            case StreamOutput stream:
                ioPub.Stream(stream.Name, parentHeader, stream.Text);
                break;
            case DisplayOutput display:
                Show(display);
                break;
            case ErrorOutput error:
                HasError = true;
                ioPub.Publish("error", parentHeader, json => Replies.ErrorFields(json, error.Name, error.Value, error.Traceback));
                break;
            default:
                throw new NotSupportedException($"An output of type {output.GetType().Name} has no place in the Jupyter protocol.");
        }
    }

    private void Show(DisplayOutput display)
    {
        if (display.IsResult)
        {
            display.Data.TryGetValue("text/plain", out var text);
            ResultText = text;
            if (isSilent)
                return;
        }

        var kind = display.IsUpdate ? "update_display_data" : display.IsResult ? "execute_result" : "display_data";
        ioPub.PublishOutput(kind, parentHeader, display.Data.Values.Sum(text => (long)text.Length), json => Content(json, display, kind));
    }

    private void Content(Utf8JsonWriter json, DisplayOutput display, string kind)
    {
        Replies.Bundle(json, display.Data);
        json.WriteStartObject("transient");
        if (display.Id is not null)
            json.WriteString("display_id", display.Id);
        json.WriteEndObject();
        if (kind == "execute_result")
            json.WriteNumber("execution_count", number);
    }
}
