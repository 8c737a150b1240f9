using Seq2Seq.Decoding;

namespace Seq2Seq.Cli;

/// <summary>Sees to it that a training run does not write over another model.</summary>
internal static class ModelFolder
{
    /// <summary>Refuses a folder that holds a model of other data or settings; the same model is gone on with.</summary>
    public static void Check(string folder, Translator translator)
    {
        if (folder.Trim().Length == 0) throw new ArgumentException("--out is empty; expected the folder the model shall be in");
        if (File.Exists(folder)) throw new ArgumentException($"--out {folder} is a file; expected a folder, or a name that is free");
        if (!Directory.Exists(folder)) return;
        var wanted = Directory.CreateTempSubdirectory("seq2seq").FullName;
        try
        {
            translator.SaveParts(wanted);
            foreach (var part in Directory.EnumerateFiles(wanted).Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(part);
                var old = Path.Combine(folder, name);
                if (!File.Exists(old) || File.ReadAllBytes(old).AsSpan().SequenceEqual(File.ReadAllBytes(part))) continue;
                throw new InvalidDataException(
                    $"{folder} holds a model that was made from other data or with other settings ({name} differs); it is left as it is. "
                    + "Choose another --out, or remove the folder first.");
            }
        }
        finally
        {
            Directory.Delete(wanted, recursive: true);
        }

        if (File.Exists(Path.Combine(folder, "weights.safetensors"))
            && !File.Exists(Path.Combine(folder, "checkpoint", "checkpoint.json")))
        {
            throw new InvalidDataException(
                $"{folder} holds a model without its checkpoint, so that there is nothing to go on from; it is left as it is. "
                + "Choose another --out, or remove the folder first.");
        }
    }
}
