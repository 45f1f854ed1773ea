from __future__ import annotations

import torch

from kpstudio.engine.adam import Adam


def test_steps_are_those_of_torch_s_adam() -> None:
    random = torch.Generator().manual_seed(0)
    start = [torch.randn(4, 3, generator=random), torch.randn(3, generator=random)]
    ours = [tensor.clone().requires_grad_() for tensor in start]
    theirs = [tensor.clone().requires_grad_() for tensor in start]
    idle = torch.ones(2, requires_grad=True)
    adam = Adam([*ours, idle], 0.01)
    reference = torch.optim.Adam(theirs, lr=0.01)
    for step in range(40):
        for weights in (ours, theirs):
            x = torch.full((2, 4), 0.1 * step)
            (x @ weights[0] + weights[1] - 1).square().sum().backward()
        adam.step()
        reference.step()
        reference.zero_grad()
    for a, b, begun in zip(ours, theirs, start, strict=True):
        assert torch.allclose(a, b, rtol=1e-5, atol=1e-6)
        assert not torch.allclose(a, begun, atol=0.05)
        assert a.grad is None
    assert torch.equal(idle, torch.ones(2))
