using System.Globalization;
using System.Text.Json;
using Seq2Seq.Files;
using Seq2Seq.Text;

namespace Seq2Seq.Training;

/// <summary>A run on disk: <c>checkpoint.json</c> names the two files that belong to it and is replaced last.</summary>
/// <remarks>
/// A kill before that leaves the old checkpoint in force, a kill after it the new one. The tensors are safetensors, the optimiser's state is
/// in the engine's own file, all else is in the JSON.
/// </remarks>
internal sealed class Checkpoint(string folder)
{
    private const string Format = "seq2seq-checkpoint";

    private string Index => Path.Combine(folder, "checkpoint.json");

    public bool Exists => File.Exists(Index);

    /// <summary>Writes all and removes what no checkpoint names any more.</summary>
    public void Save(
        long step, IEnumerable<KeyValuePair<string, Tensor>> tensors, OptimizerHelper optimizer, Action<Utf8JsonWriter> content)
    {
        Directory.CreateDirectory(folder);
        var name = string.Create(CultureInfo.InvariantCulture, $"checkpoint-{step:00000000}");
        SafeTensors.Save(Path.Combine(folder, name + ".safetensors"), tensors);
        AtomicFile.Write(Path.Combine(folder, name + ".optimizer"), stream =>
        {
            using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
            optimizer.save_state_dict(writer);
        });
        JsonFile.Save(Index, Format, json =>
        {
            json.WriteString("files", name);
            content(json);
        });
        foreach (var file in Directory.EnumerateFiles(folder, "checkpoint-*"))
        {
            if (!Path.GetFileName(file).StartsWith(name + ".", StringComparison.Ordinal)) File.Delete(file);
        }
    }

    /// <summary>Reads the notes and the tensors of the checkpoint in force.</summary>
    public Dictionary<string, Tensor> Load(Action<JsonElement> content) =>
        Guard(() => SafeTensors.Load(FileOf(".safetensors", content)));

    /// <summary>Reads the optimiser's state of the checkpoint in force.</summary>
    public void LoadOptimizer(OptimizerHelper optimizer)
    {
        Guard(() =>
        {
            using var reader = new BinaryReader(File.OpenRead(FileOf(".optimizer", _ => { })));
            optimizer.load_state_dict(reader);
            return true;
        });
    }

    private T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException)
        {
            throw new InvalidDataException(
                $"Trainer: the checkpoint in {folder} can not be read: {e.Message.TrimEnd('.')}. Remove that folder to start anew.", e);
        }
    }

    private string FileOf(string extension, Action<JsonElement> content)
    {
        var name = JsonFile.Load(Index, Format, json =>
        {
            content(json);
            return json.GetProperty("files").GetString() ?? throw new FormatException("files is null");
        });
        if (name != Path.GetFileName(name)) throw new InvalidDataException($"{Index}: 'files' is '{name}'; expected a plain name.");
        return Path.Combine(folder, name + extension);
    }
}
