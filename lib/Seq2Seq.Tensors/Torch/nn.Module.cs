using System.Reflection;
using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    /// <summary>Layers, losses and what belongs to them.</summary>
    public static partial class nn
    {
        /// <summary>A part of a model: it owns parameters, buffers and further modules, each under a name.</summary>
        public abstract partial class Module : IDisposable
        {
            private readonly string _name;
            private readonly OrderedDictionary<string, Parameter?> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Value, bool Persistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _children = [];
            private (string, Module)[]? _namedChildren;

            [ThreadStatic]
            private static List<(string Name, Parameter Value)>? t_zeroing;

            private bool _componentsAreRegistered;
            private bool _disposed;

            /// <summary>Starts an empty module.</summary>
            /// <param name="name">What <see cref="GetName"/> answers.</param>
            protected Module(string name) => _name = name;

            /// <summary>True while the module trains: dropout drops and batch norm measures.</summary>
            public bool training { get; private set; } = true;

            /// <summary>True if more than <c>forward</c> runs when it is called.</summary>
            internal virtual bool HasHooks => false;

            /// <summary>The name given to the constructor.</summary>
            public virtual string GetName() => _name;

            /// <summary>
            /// Registers every field that holds a parameter, a tensor (as a buffer) or a module, under the field's name.
            /// Call it once, at the end of the constructor; a derived class registers its own with <see cref="register_module"/>.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                var again = _componentsAreRegistered;
                _componentsAreRegistered = true;
                foreach (var field in ComponentFields())
                {
                    switch (field.GetValue(this))
                    {
                        case Parameter parameter when !Knows(field.Name, parameter):
                            RefuseLateField(again, field);
                            register_parameter(field.Name, parameter);
                            break;
                        case Tensor tensor when tensor is not Modules.Parameter && !Knows(field.Name, tensor):
                            RefuseLateField(again, field);
                            register_buffer(field.Name, tensor);
                            break;
                        case Module child when !Knows(field.Name, child):
                            RefuseLateField(again, field);
                            register_module(field.Name, child);
                            break;
                    }
                }
            }

            /// <summary>Makes a child module known, after registering the child's own components.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                ArgumentNullException.ThrowIfNull(submodule);
                CheckComponentName(name);
                if (_children.ContainsKey(name))
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                if (!submodule._componentsAreRegistered)
                    submodule.RegisterComponents();
                _children.Add(name, submodule);
                _namedChildren = null;
            }

            /// <summary>The same as <see cref="register_module"/>.</summary>
            public void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Makes a parameter known; null reserves the name.</summary>
            public virtual void register_parameter(string name, Parameter? param)
            {
                CheckComponentName(name);
                if (_parameters.ContainsKey(name))
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                _parameters.Add(name, param);
            }

            /// <summary>Makes a tensor known that is saved with the module, but not learnt.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                CheckComponentName(name);
                if (_buffers.ContainsKey(name))
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                _buffers.Add(name, (tensor, persistent));
            }

            /// <summary>Puts the module and everything below it into training mode, or out of it.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var (_, child) in named_children())
                    child.train(train);
            }

            /// <summary>Puts the module and everything below it into evaluation mode.</summary>
            public virtual void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters, or fills them with zeros.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                var room = t_zeroing ?? [];
                t_zeroing = null;
                ZeroGrads(set_to_none, room);
                t_zeroing = room;
            }

            // A training step calls this: a walk of its own, that makes neither names nor lists.
            private void ZeroGrads(bool setToNone, List<(string Name, Parameter Value)> room)
            {
                AddOwnParameters(room);
                foreach (var (_, parameter) in room)
                {
                    if (setToNone)
                        parameter.grad = null;
                    else
                        parameter.CurrentSlot?.ZeroGrad();
                }

                room.Clear();
                if (named_children() is (string, Module)[] children)
                {
                    foreach (var (_, child) in children)
                        child.ZeroGrads(setToNone, room);
                    return;
                }

                foreach (var (_, child) in named_children())
                    child.ZeroGrads(setToNone, room);
            }

            /// <summary>Disposes the parameters and buffers of the module and of everything below it.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes the parameters and buffers of the module and of everything below it.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (_disposed || !disposing)
                    return;
                _disposed = true;
                foreach (var parameter in _parameters.Values)
                    parameter?.Dispose();
                foreach (var (buffer, _) in _buffers.Values)
                    buffer.Dispose();
                foreach (var (_, child) in named_children())
                    child.Dispose();
            }

            /// <summary>The parameter a built-in module registered under this name, or null.</summary>
            private protected Parameter? OwnParameter(string name) => _parameters.GetValueOrDefault(name);

            /// <summary>The same as a function, made once.</summary>
            private protected Func<string, Parameter?> OwnParameters => field ??= OwnParameter;

            /// <summary>The buffer a built-in module registered under this name, or null.</summary>
            private protected Tensor? OwnBuffer(string name) =>
                _buffers.TryGetValue(name, out var buffer) ? buffer.Value : null;

            /// <summary>Puts another parameter under the name of a registered one.</summary>
            private protected void ReplaceParameter(string name, Parameter? parameter) => _parameters[name] = parameter;

            /// <summary>Registers a weight that outlives the dispose scope the module was built in.</summary>
            private protected Parameter RegisterWeight(string name, Tensor value)
            {
                var parameter = new Parameter(value);
                parameter.DetachFromDisposeScope();
                register_parameter(name, parameter);
                return parameter;
            }

            /// <summary>Registers a buffer that outlives the dispose scope the module was built in.</summary>
            private protected void RegisterState(string name, Tensor value) =>
                register_buffer(name, value.DetachFromDisposeScope());

            private bool Knows(string name, object component) =>
                (_parameters.TryGetValue(name, out var parameter) && ReferenceEquals(parameter, component))
                || (_buffers.TryGetValue(name, out var buffer) && ReferenceEquals(buffer.Value, component))
                || (_children.TryGetValue(name, out var child) && ReferenceEquals(child, component));

            private FieldInfo[] ComponentFields() =>
                GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

            private static void CheckComponentName(string name)
            {
                ArgumentException.ThrowIfNullOrEmpty(name);
                if (name.Contains('.', StringComparison.Ordinal))
                    throw new ArgumentException($"module name can't contain \".\", got: {name}", nameof(name));
            }

            // TorchSharp ignores the second call, so the field would never train there.
            private void RefuseLateField(bool again, FieldInfo field)
            {
                if (again)
                {
                    throw new InvalidOperationException(
                        $"RegisterComponents: field '{field.Name}' of {GetType().Name} was assigned after the first call, "
                        + $"which registers fields once; register it with register_module(\"{field.Name}\", {field.Name}) "
                        + "(or register_parameter, register_buffer).");
                }
            }
        }
    }
}
