using System.Text.Json;

namespace Seq2Seq.Training;

/// <summary>A history as JSON, number for number.</summary>
internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter json, TrainingHistory history)
    {
        json.WriteStartArray("steps");
        foreach (var s in history.Steps)
        {
            WriteRow(json, s.Step, s.Epoch, s.Loss, s.GradientNorm, s.LearningRate, s.Tokens);
        }

        json.WriteEndArray();
        json.WriteStartArray("epochs");
        foreach (var e in history.Epochs)
        {
            WriteRow(json, e.Epoch, e.Step, e.TrainLoss, e.ValidationLoss, e.ValidationAccuracy, e.IsBest ? 1 : 0);
        }

        json.WriteEndArray();
        json.WriteString("stopped", history.Stopped.ToString());
    }

    public static void Read(JsonElement json, TrainingHistory history)
    {
        history.StepList.Clear();
        foreach (var row in json.GetProperty("steps").EnumerateArray())
        {
            history.StepList.Add(new StepRecord(
                row[0].GetInt64(), row[1].GetInt32(), Number(row[2]), Number(row[3]), Number(row[4]), row[5].GetInt64()));
        }

        history.EpochList.Clear();
        foreach (var row in json.GetProperty("epochs").EnumerateArray())
        {
            history.EpochList.Add(new EpochRecord(
                row[0].GetInt32(), row[1].GetInt64(), Number(row[2]), Number(row[3]), Number(row[4]), row[5].GetInt32() == 1));
        }

        history.Stopped = Enum.Parse<StopReason>(json.GetProperty("stopped").GetString()!);
    }

    // One short line per record; JSON knows no NaN, so null stands for it.
    private static void WriteRow(Utf8JsonWriter json, params double[] values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            if (double.IsFinite(value)) json.WriteNumberValue(value);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();
}
