using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>An empty sequence.</summary>
        public static Sequential Sequential() => new([]);

        /// <summary>Modules applied one after the other, named by their numbers.</summary>
        public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) =>
            Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

        /// <summary>Modules applied one after the other, with names.</summary>
        public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
            Sequential((IEnumerable<(string, Module<Tensor, Tensor>)>)modules);

        /// <summary>Modules applied one after the other, named by their numbers.</summary>
        public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules)
        {
            ArgumentNullException.ThrowIfNull(modules);
            var sequence = Sequential();
            foreach (var module in modules)
                sequence.append(module);
            return sequence;
        }

        /// <summary>Modules applied one after the other, with names.</summary>
        public static Sequential Sequential(IEnumerable<(string, Module<Tensor, Tensor>)> modules)
        {
            ArgumentNullException.ThrowIfNull(modules);
            return new(modules.Select(entry => (entry.Item1, (IModule<Tensor, Tensor>)entry.Item2)));
        }

        /// <summary>Modules in a list.</summary>
        public static ModuleList<T> ModuleList<T>(params T[] modules)
            where T : Module => new(modules);

        /// <summary>Modules of any kind in a list.</summary>
        public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

        /// <summary>Modules by name.</summary>
        public static ModuleDict<T> ModuleDict<T>(params (string, T)[] modules)
            where T : Module => new(modules);

        /// <summary>Modules of any kind by name.</summary>
        public static ModuleDict<Module> ModuleDict(params (string, Module)[] modules) => new(modules);

        /// <summary>Parameters in a list.</summary>
        public static ParameterList ParameterList(params Parameter[] parameters) => new(parameters);
    }
}
