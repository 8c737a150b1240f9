using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Every parameter with its dotted name: own ones first, then child by child; a shared one once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var found = new List<(string, Parameter)>();
                Collect("", recurse, new HashSet<Parameter>(ReferenceEqualityComparer.Instance), found);
                foreach (var entry in found)
                    yield return entry;
            }

            /// <summary>Every parameter, in the order of <see cref="named_parameters"/>.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>Every buffer with its dotted name.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                WalkBuffers("", recurse, include_nonpersistent, new HashSet<Tensor>(ReferenceEqualityComparer.Instance));

            /// <summary>Every buffer, in the order of <see cref="named_buffers"/>.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>The modules registered here, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() =>
                _namedChildren ??= [.. _children.Select(entry => (entry.Key, entry.Value))];

            /// <summary>The modules registered here.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(entry => entry.module);

            /// <summary>All modules below this one: the children, then what is below each of them.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children())
                    yield return child;
                foreach (var (name, child) in named_children())
                {
                    foreach (var (below, module) in child.named_modules())
                        yield return ($"{name}.{below}", module);
                }
            }

            /// <summary>All modules below this one, in the order of <see cref="named_modules"/>.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>Calls <paramref name="fn"/> on everything below, then on the module itself.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var (_, child) in named_children())
                    child.apply(fn);
                fn(this);
                return this;
            }

            /// <summary>The parameter of that dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                Resolve(target, (module, name) => module._parameters.GetValueOrDefault(name));

            /// <summary>The buffer of that dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) => Resolve(target, (module, name) => module.OwnBuffer(name));

            /// <summary>True if there is a parameter of that dotted name.</summary>
            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            /// <summary>True if there is a buffer of that dotted name.</summary>
            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            private void Collect(string prefix, bool recurse, HashSet<Parameter> seen, List<(string, Parameter)> found)
            {
                var first = found.Count;
                AddOwnParameters(found);
                var kept = first;
                for (var i = first; i < found.Count; i++)
                {
                    var (name, parameter) = found[i];
                    if (seen.Add(parameter))
                        found[kept++] = (prefix + name, parameter);
                }

                found.RemoveRange(kept, found.Count - kept);
                if (!recurse)
                    return;
                foreach (var (name, child) in named_children())
                    child.Collect($"{prefix}{name}.", recurse, seen, found);
            }

            private IEnumerable<(string, Tensor)> WalkBuffers(
                string prefix, bool recurse, bool include_nonpersistent, HashSet<Tensor> seen)
            {
                foreach (var (name, (buffer, persistent)) in _buffers)
                {
                    if ((persistent || include_nonpersistent) && seen.Add(buffer))
                        yield return (prefix + name, buffer);
                }

                if (!recurse)
                    yield break;
                foreach (var (name, child) in named_children())
                {
                    foreach (var entry in child.WalkBuffers($"{prefix}{name}.", recurse, include_nonpersistent, seen))
                        yield return entry;
                }
            }

            /// <summary>Adds the parameters registered here; containers of parameters add their entries.</summary>
            private protected virtual void AddOwnParameters(List<(string Name, Parameter Value)> found)
            {
                foreach (var (name, parameter) in _parameters)
                {
                    if (parameter is not null)
                        found.Add((name, parameter));
                }
            }

            private T? Resolve<T>(string target, Func<Module, string, T?> find)
                where T : class
            {
                ArgumentNullException.ThrowIfNull(target);
                var module = this;
                var path = target.Split('.');
                foreach (var step in path[..^1])
                {
                    var child = module.named_children().FirstOrDefault(entry => entry.name == step).module;
                    if (child is null)
                        return null;
                    module = child;
                }

                return find(module, path[^1]);
            }
        }
    }
}
