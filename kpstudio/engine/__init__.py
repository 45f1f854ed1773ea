"""Networks: data, training, prediction and evaluation."""
