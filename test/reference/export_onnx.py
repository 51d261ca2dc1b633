"""Writes onnx.json: ONNX files as PyTorch's exporter makes them, with what PyTorch itself predicts.

test/engine/from-onnx.test.ts reads them. Run it again with another PyTorch to see what its exporter
writes: python3 export_onnx.py > onnx.json
"""

import base64
import io
import json
import sys

import torch
from torch import nn


class Mul(nn.Module):
    def __init__(self):
        super().__init__()
        self.k = nn.Parameter(torch.tensor([0.5]))

    def forward(self, x):
        return self.k * x


class Square(nn.Module):
    def forward(self, x):
        return x**2


class Sin(nn.Module):
    def forward(self, x):
        return torch.sin(x)


class Residual(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner

    def forward(self, x):
        return x + self.inner(x)


class Features(nn.Module):
    def __init__(self, *names):
        super().__init__()
        self.names = names

    def forward(self, points):
        x, y = points.unbind(dim=1)
        known = {
            "x": x,
            "y": y,
            "x2": x**2,
            "y2": y**2,
            "xy": x * y,
            "sinX": torch.sin(x),
            "sinY": torch.sin(y),
        }
        return torch.stack([known[name] for name in self.names], dim=1)


def models():
    yield "a classifier", nn.Sequential(
        nn.Linear(2, 6), nn.ReLU(), nn.Linear(6, 4), nn.Tanh(), nn.Linear(4, 1), nn.Sigmoid()
    )
    yield "every activation", nn.Sequential(
        nn.Linear(2, 5),
        nn.LeakyReLU(0.2),
        nn.ELU(0.5),
        nn.Softplus(threshold=40),
        nn.Linear(5, 5),
        nn.SiLU(),
        nn.GELU(),
        nn.Linear(5, 3),
        nn.Softmax(dim=-1),
    )
    yield "no bias, dropout and layer norm", nn.Sequential(
        nn.Linear(2, 4, bias=False),
        nn.LayerNorm(4, eps=1e-4),
        nn.Dropout(0.3),
        nn.ReLU(),
        nn.Linear(4, 2, bias=False),
        nn.Flatten(),
        nn.Identity(),
    )
    yield "the modules of toPyTorch", nn.Sequential(
        Features("x", "xy", "y2", "sinX", "y"),
        nn.Linear(5, 3),
        Mul(),
        Sin(),
        Residual(nn.Sequential(nn.Linear(3, 3), nn.Tanh(), Residual(nn.Linear(3, 3)))),
        Square(),
        nn.Linear(3, 1),
    )


def export(model, opset, dtype):
    model = model.to(dtype).eval()
    for module in model.modules():
        if isinstance(module, nn.LayerNorm):
            nn.init.normal_(module.weight)
            nn.init.normal_(module.bias)
    x = torch.randn(7, 2).to(dtype)
    file = io.BytesIO()
    torch.onnx.export(
        model,
        x[:1],
        file,
        input_names=["x"],
        output_names=["y"],
        dynamic_axes={"x": {0: "N"}, "y": {0: "N"}},
        opset_version=opset,
    )
    with torch.no_grad():
        return {
            "onnx": base64.b64encode(file.getvalue()).decode(),
            "x": x.tolist(),
            "y": model(x).tolist(),
            "model": str(model),
        }


torch.manual_seed(0)
files = {}
for name, model in models():
    for opset, dtype in [(13, torch.float32), (16, torch.float64)]:
        files[f"{name}, opset {opset}, {dtype}"] = export(model, opset, dtype)
json.dump({"torch": torch.__version__, "files": files}, sys.stdout, indent=1)
print()
