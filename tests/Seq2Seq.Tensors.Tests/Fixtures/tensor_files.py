"""Tensor files as libtorch and Python write them: python3 tensor_files.py (Debian's python3-torch 1.13).

lib_*.pt: what C++'s torch::save(tensor) makes, a TorchScript module whose one attribute is "0" (written by the same code of
libtorch, through torch._C); py_*.pt: torch.save(tensor). tensors.json: the values. With `check FILE...` it reads files of ours
by the code of torch::load.
"""
import json
import sys

import torch


def lib_save(path, tensor):
    module = torch._C.ScriptModule("Module", torch._C.CompilationUnit(), True)
    module._register_attribute("0", torch._C.TensorType.get(), tensor)
    module.save(path)


def main():
    tensors = {
        "float32": torch.tensor([[1.5, -2, 3.25], [0, 1e-3, 7]]),
        "float64_grad": torch.arange(6, dtype=torch.float64).reshape(3, 2).requires_grad_(),
        "int64": torch.tensor([1, -2, 1 << 40]),
        "int32": torch.tensor([1, -2, 300], dtype=torch.int32),
        "bool": torch.tensor([True, False, True]),
        "scalar": torch.tensor(4.5),
        "empty": torch.zeros(0, 3),
        "transposed": torch.arange(12.0).reshape(3, 4).t(),
        "narrowed": torch.arange(12.0).reshape(3, 4).narrow(0, 1, 2),
        "long": torch.arange(300.0),
    }
    values = {}
    for name, tensor in tensors.items():
        lib_save(f"tensors/lib_{name}.pt", tensor)
        torch.save(tensor, f"tensors/py_{name}.pt")
        values[name] = {
            "shape": list(tensor.shape),
            "requires_grad": tensor.requires_grad,
            "values": tensor.detach().to(torch.float64).reshape(-1).tolist(),
        }
    lib_save("tensors/lib_expanded.pt", torch.ones(1).expand(1000))
    with open("tensors/tensors.json", "w") as file:
        json.dump(values, file)


def check(paths):
    for path in paths:
        tensor = torch.jit.load(path)._c.getattr("0")
        print(path, tensor.dtype, list(tensor.shape), tensor.requires_grad, tensor.reshape(-1).tolist())


if __name__ == "__main__":
    check(sys.argv[2:]) if sys.argv[1:2] == ["check"] else main()
