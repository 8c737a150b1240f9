using Seq2Seq.Tensors.Serialization;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>
            /// The live tensors of the module by name: all parameters, then all persistent buffers, then further names of shared ones.
            /// </summary>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var path = prefix is null ? "" : $"{prefix}.";
                foreach (var (name, parameter) in named_parameters())
                    destination.TryAdd(path + name, parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(path + name, buffer);
                foreach (var (name, child) in named_children())
                    child.state_dict(destination, path + name);
                return destination;
            }

            /// <summary>Copies values into the module's tensors.</summary>
            /// <returns>The names the source lacks and the names the module lacks; the spelling is TorchSharp's.</returns>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                skip ??= [];
                var own = state_dict();
                var missing = own.Keys.Where(name => !source.ContainsKey(name) && !skip.Contains(name)).ToList();
                var unexpected = source.Keys.Where(name => !own.ContainsKey(name) && !skip.Contains(name)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary. "
                        + $"Missing: [{string.Join(", ", missing)}]; unexpected: [{string.Join(", ", unexpected)}]. "
                        + "Build the module as it was when saved, or pass strict: false.");
                }

                using (no_grad())
                {
                    foreach (var (name, tensor) in own)
                    {
                        if (source.TryGetValue(name, out var value) && !skip.Contains(name))
                            tensor.copy_(value);
                    }
                }

                return (missing, unexpected);
            }

            /// <summary>Writes the module to a file in TorchSharp's module format; the old file stays until the new one is complete.</summary>
            public Module save(string location, IList<string>? skip = null)
            {
                ArgumentException.ThrowIfNullOrEmpty(location);
                WholeFile.Write(location, stream => save(stream, skip));
                return this;
            }

            /// <summary>Writes the module in TorchSharp's module format and closes the stream.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <summary>Writes the module in TorchSharp's module format.</summary>
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes a state dictionary in TorchSharp's module format.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(writer);
                ArgumentNullException.ThrowIfNull(sd);
                ModuleFile.Write(writer, sd.Where(entry => skip is null || !skip.Contains(entry.Key)).ToList());
            }

            /// <summary>Reads a module file into this module, which must have been built alike.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">False skips entries that only one side has.</param>
            /// <param name="skip">Names that are not read.</param>
            /// <param name="loadedParameters">Filled with every name of the module: true if it was read.</param>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location))
                {
                    throw new FileNotFoundException(
                        $"load: there is no file '{location}'; give the path that was passed to save.", location);
                }

                return load(File.OpenRead(location), strict, skip, loadedParameters);
            }

            /// <summary>Reads a module file into this module, which must have been built alike, and closes the stream.</summary>
            /// <param name="stream">Where the file begins.</param>
            /// <param name="strict">False skips entries that only one side has.</param>
            /// <param name="skip">Names that are not read.</param>
            /// <param name="loadedParameters">Filled with every name of the module: true if it was read.</param>
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads a module file into this module. Nothing is changed unless all of it fits.</summary>
            public virtual Module load(
                BinaryReader reader,
                bool strict = true,
                IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                ArgumentNullException.ThrowIfNull(reader);
                ModuleFile.Read(reader, state_dict(), strict, skip ?? [], loadedParameters);
                return this;
            }

            /// <summary>Makes a module with its parameterless constructor and loads it from a file.</summary>
            public static Module Create<T>(string path)
                where T : Module, new()
            {
                var module = new T();
                return module.load(path);
            }
        }
    }
}
