using Seq2Seq.Tensors.Modules;

namespace Seq2Seq.Tensors;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>
            /// Converts the floating point parameters and buffers of the whole module. Every converted parameter is a new object,
            /// so make the optimizer afterwards.
            /// </summary>
            internal void ConvertTo(ScalarType dtype)
            {
                if (dtype is not (ScalarType.Float32 or ScalarType.Float64))
                {
                    throw new ArgumentException(
                        $"Module.to: {dtype} is not a floating point type; a module's weights can be Float32 or Float64.",
                        nameof(dtype));
                }

                foreach (var (_, child) in named_children())
                    child.ConvertTo(dtype);
                var own = new List<(string, Parameter)>();
                AddOwnParameters(own);
                foreach (var (name, parameter) in own)
                {
                    if (parameter.dtype != dtype)
                        Exchange(name, parameter, Converted(parameter, dtype));
                }

                foreach (var (name, (buffer, persistent)) in _buffers.ToList())
                {
                    if (buffer.dtype is ScalarType.Float32 or ScalarType.Float64 && buffer.dtype != dtype)
                    {
                        var converted = buffer.to(dtype).DetachFromDisposeScope();
                        _buffers[name] = (converted, persistent);
                        UpdateFields(buffer, converted);
                        buffer.Dispose();
                    }
                }
            }

            /// <summary>Puts a converted parameter in the old one's place; containers of parameters exchange their entry.</summary>
            private protected virtual void PutParameter(string name, Parameter parameter) => _parameters[name] = parameter;

            private static Parameter Converted(Parameter parameter, ScalarType dtype)
            {
                using var _ = no_grad();
                var converted = new Parameter(parameter.detach().to(dtype), parameter.requires_grad);
                converted.DetachFromDisposeScope();
                if (parameter.grad is { } grad)
                    converted.grad = grad.to(dtype).DetachFromDisposeScope();
                return converted;
            }

            private void Exchange(string name, Parameter old, Parameter converted)
            {
                PutParameter(name, converted);
                UpdateFields(old, converted);
                old.Dispose();
            }

            private void UpdateFields(object old, object converted)
            {
                foreach (var field in ComponentFields())
                {
                    if (ReferenceEquals(field.GetValue(this), old))
                        field.SetValue(this, converted);
                }
            }
        }
    }
}
